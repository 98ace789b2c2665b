import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { dynamicsFiles } from './texts/dynamics.ts';
import { salesforceFiles } from './texts/salesforce.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Every file that is made from shared/section/texts, by its path in the repository. */
export function textFiles(): ReadonlyMap<string, string> {
  return new Map([...salesforceFiles(), ...dynamicsFiles()]);
}

/** The file as it is now; `null` when there is none. */
export function currentText(file: string): string | null {
  try {
    return readFileSync(path.join(ROOT, file), 'utf8');
  } catch {
    return null;
  }
}

/** Writes the files that differ. @returns their paths */
export function writeTexts(): readonly string[] {
  const changed = [...textFiles()].filter(([file, content]) => currentText(file) !== content);
  for (const [file, content] of changed) {
    mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
    writeFileSync(path.join(ROOT, file), content);
  }
  return changed.map(([file]) => file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const changed = writeTexts();
  console.log(changed.length === 0 ? 'Texts: up to date' : `Texts: ${changed.join('\n       ')}`);
}
