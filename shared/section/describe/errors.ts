import type { ErrorCode } from '../../core/errors/codes.ts';
import type { Failure } from './failure.ts';
import type { Telling } from './telling.ts';
import { keyPart } from './words.ts';

/** What went wrong, by code. The connector's own sentence stands where only it knows more, and for codes of a later version. */
export function errorSentence({ words }: Telling, code: ErrorCode | null, message: string): string {
  return code === null ? message : words.text(`error_${keyPart(code)}`, message);
}

/** What to do about it, by code. */
export function cureSentence({ words }: Telling, { code, cure }: Failure): string {
  return code === null ? cure : words.text(`error_${keyPart(code)}_cure`);
}

/** What a help desk asks for; folded away. `sentence` is what is shown already. */
export function technicalLines({ words }: Telling, failure: Failure, sentence: string): readonly string[] {
  const { code, reference, message } = failure;
  return [
    ...(code === null ? [] : [words.text('technical_code', code)]),
    ...(reference === null ? [] : [words.text('technical_reference', reference)]),
    ...(message === '' || sentence.includes(message) ? [] : [message]),
  ];
}
