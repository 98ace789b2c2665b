import type { ErrorCode } from '../../core/errors/codes.ts';
import type { Failure } from './failure.ts';
import type { Telling } from './telling.ts';
import { keyPart } from './words.ts';

/** What went wrong, by code. The connector's own sentence stands where only it knows more, and for codes of a later version. */
export function errorSentence({ text }: Telling, code: ErrorCode | null, message: string): string {
  return code === null ? message : text(`error_${keyPart(code)}`, message);
}

/** What to do about it, by code. What passes by itself has no cure of its own; it is told only when the connector has given up. */
export function cureSentence({ text }: Telling, { code, cure, who }: Failure): string {
  if (code === null) return cure;
  return text(`error_${who === 'nobody' ? who : keyPart(code)}_cure`);
}

/** What a help desk asks for; folded away. `sentence` is what is shown already. */
export function technicalLines({ text }: Telling, failure: Failure, sentence: string): readonly string[] {
  const { code, reference, message } = failure;
  return [
    ...(code === null ? [] : [text('technical_code', code)]),
    ...(reference === null ? [] : [text('technical_reference', reference)]),
    ...(message === '' || sentence.includes(message) ? [] : [message]),
  ];
}
