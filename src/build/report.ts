import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Problem } from '../article/problem.ts';
import { UserError } from './user-error.ts';

/** What REPORT_FILE holds. */
export interface Report {
  /** Article files found, drafts and unreadable ones included. */
  readonly articles: number;
  readonly published: number;
  readonly problems: readonly Problem[];
}

/** `file:line: level: reason (hint)`, always one line, whatever a file is called. */
export function problemLine(problem: Problem): string {
  const { file, line, level, reason, hint } = problem;
  return oneLine(`${file}:${line}: ${level}: ${reason}${hint === '' ? '' : ` (${hint})`}`);
}

/** Sorted by file, then line. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}

/** @throws UserError where the file can't be written. */
export function writeReport(path: string, report: Report): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
  } catch (error) {
    throw new UserError(`REPORT_FILE: cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Control characters would let a file's name write over the terminal. */
export function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return character === '\n' ? '\\n' : `\\u${code}`;
  });
}
