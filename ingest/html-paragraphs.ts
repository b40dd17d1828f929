import type { Run } from './runs.ts';

/**
 * Paragraphs of a stretch of inline text. Two breaks end one; a single break does when the next line is indented, or when
 * the line before it ends like a sentence and is too long to be verse.
 */
export function paragraphsOf(runs: Run[]): Run[][] {
  const parts: Run[][] = [[]];
  const lines = linesOfRuns(runs);
  for (const [index, line] of lines.entries()) {
    const text = lineText(line);
    const before = index > 0 ? lineText(lines[index - 1] ?? []) : '';
    if (
      index > 0 &&
      (before.trim() === '' || text.trim() === '' || /^[\s\u00a0]*\u3000/.test(text) || endsParagraph(before))
    )
      parts.push([]);
    else if (index > 0) parts.at(-1)?.push('break');
    parts.at(-1)?.push(...line);
  }
  return parts;
}

const endsParagraph = (line: string) => line.trim().length > 34 && /[。！？.!?…”"』」）)]\s*$/.test(line);

function linesOfRuns(runs: Run[]): Exclude<Run, 'break'>[][] {
  const lines: Exclude<Run, 'break'>[][] = [[]];
  for (const run of runs) {
    if (run === 'break') lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines;
}

const lineText = (line: Exclude<Run, 'break'>[]) => line.map(({ text }) => text).join('');
