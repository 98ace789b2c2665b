import type { z } from 'zod';
import { CosellError } from '../../core/index.ts';

/** One thing that is wrong: which key, what, and what to do. */
export interface ConfigProblem {
  readonly key: string;
  readonly problem: string;
  readonly cure: string;
}

/** Everything zod found, in words for an administrator. */
export function problemsOf(error: z.ZodError): readonly ConfigProblem[] {
  return error.issues.flatMap((issue) => problemsOfIssue(issue, []));
}

type Issue = z.core.$ZodIssue;

function problemsOfIssue(issue: Issue, above: readonly PropertyKey[]): readonly ConfigProblem[] {
  const path = [...above, ...issue.path];
  const key = keyOf(path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => ({
      key: keyOf([...path, name]),
      problem: 'is not a key of the configuration',
      cure: 'Correct its spelling or remove it; cosell.config.example.yaml shows every key.',
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // Of the alternatives, the one that comes nearest says what is meant.
    const [nearest = []] = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length);
    return nearest.flatMap((inner) => problemsOfIssue(inner, path));
  }
  if (path.length === 0 && issue.code === 'invalid_type') {
    return [
      {
        key: 'the file',
        problem: 'holds no keys',
        cure: 'Begin with a copy of cosell.config.example.yaml, or run "npx cosell init".',
      },
    ];
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return [{ key, problem: 'is missing', cure: `Add it (${issue.expected}); cosell.config.example.yaml shows how.` }];
  }
  return [{ key, problem: plain(issue.message), cure: 'Correct the value.' }];
}

const depth = (issues: readonly Issue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length));

const plain = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);

function keyOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((key, part) => {
    if (typeof part === 'number') return `${key}[${part}]`;
    return key === '' ? String(part) : `${key}.${String(part)}`;
  }, '');
}

/** All problems at once, in one error; what every CRM finds in a key that they share is told once. */
export function configInvalid(where: string, problems: readonly ConfigProblem[]): CosellError {
  const lines = [...new Set(problems.map(({ key, problem, cure }) => `  ${key}: ${problem}. ${cure}`))];
  return new CosellError('config-invalid', {
    message: `${where} has ${lines.length === 1 ? 'a problem' : `${lines.length} problems`}:\n${lines.join('\n')}`,
    cure: 'Correct what is named above and start again.',
    ...(problems[0] ? { field: problems[0].key } : {}),
  });
}
