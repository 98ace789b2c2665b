import { plainWords } from './plain-words.ts';

describe('plainWords', () => {
  it.each(['Country must have two letters.', "The customer's country isn't known."])('leaves %j alone', (sentence) => {
    expect(plainWords(sentence)).toBe(sentence);
  });

  it.each([
    ["The contact 'Jane Doe' is unknown.", 'The contact … is unknown.'],
    ['The contact "Jane Doe" is unknown.', 'The contact … is unknown.'],
    ['Write to jane.doe@contoso.com now', 'Write to … now'],
    ['Phone +44 20 7946 0018 is wrong', 'Phone … is wrong'],
    ['No engagement 65edc0b5-3485-41b7-a17e-dfa9ef4706e2 here', 'No engagement … here'],
    ['The date must be after 2026-11-20.', 'The date must be after 2026-11-20.'],
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
