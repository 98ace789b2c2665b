/** The CRM left out of an answer what it always sends. Without words, because the sections carry this, too: `asCosellError` has them. */
export class UnreadableAnswer extends Error {}
