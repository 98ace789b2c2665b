/**
 * The same object with small first letters: the documentation writes the names of the webhook API with capitals, its swagger
 * without (partner-center-webhooks.md §1 and §3). What is no object stays as it is.
 */
export function withSmallInitials(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, content]): [string, unknown] => [
      key.charAt(0).toLowerCase() + key.slice(1),
      content,
    ]),
  );
}
