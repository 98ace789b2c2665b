import { asCosellError } from '../../core/errors/index.ts';
import type { CrmFinding } from '../port.ts';

export function ok(subject: string, message: string): CrmFinding {
  return { level: 'ok', subject, message, cure: null };
}

export function failed(subject: string, thrown: unknown): CrmFinding {
  const { message, cure } = asCosellError(thrown);
  return { level: 'error', subject, message, cure };
}
