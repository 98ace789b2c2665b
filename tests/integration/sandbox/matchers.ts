/** Jest's matchers, typed so that they can stand in an expected value. */
export const anyText = expect.any(String) as unknown;
export const textLike = (pattern: RegExp) => expect.stringMatching(pattern) as unknown;
