import { plainWords } from './plain-words.ts';

describe('plainWords', () => {
  it('leaves an ordinary sentence alone', () => {
    expect(plainWords('Country must have two letters.')).toBe('Country must have two letters.');
  });

  it.each([
    ["The contact 'Jane Doe' is unknown.", 'The contact … is unknown.'],
    ['The contact "Jane Doe" is unknown.', 'The contact … is unknown.'],
    ['Write to jane.doe@contoso.com now', 'Write to … now'],
    ['Phone +44 20 7946 0018 is wrong', 'Phone … is wrong'],
    ['See https://example.com/x?token=abc now', 'See … now'],
  ])('holds back what people typed in %j', (sentence, expected) => {
    expect(plainWords(sentence)).toBe(expected);
  });

  it.each([null, '', '{"a":1}', '<html>', '   '])('has no words for %j', (sentence) => {
    expect(plainWords(sentence)).toBeNull();
  });

  it('cuts a long sentence', () => {
    expect(plainWords('word '.repeat(100))).toHaveLength(200);
  });
});
