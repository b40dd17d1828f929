import { ImportError } from '../article/draft.ts';

/**
 * Refuses Markdown that no person wrote and that costs a CommonMark parser more than linear time: deep block nesting and
 * thousands of open brackets. The limits are measured: everything that passes is parsed within two seconds.
 */
export function refuseCostly(source: string, name: string): void {
  let brackets = 0;
  let paragraphBrackets = 0;
  let paragraphLength = 0;
  let markers = 0;
  const indents: number[] = [];
  for (const [index, line] of source.split('\n').entries()) {
    const refuse = (what: string) => {
      throw new ImportError('malformed', `${name}, line ${index + 1}: ${what} than any article has`);
    };
    if (line.trim() === '') paragraphBrackets = paragraphLength = 0;
    paragraphLength += line.length;
    const found = count(line, '[');
    brackets += found;
    paragraphBrackets += found;
    if (paragraphBrackets > 2_000 || brackets > 20_000) refuse('more brackets');
    if (paragraphLength > 100_000) refuse('a longer paragraph');

    const depth = containerDepth(line);
    markers += depth;
    if (depth > 24 || markers > 20_000) refuse('deeper nesting');
    const indent = /^[ \t]*(?=[-+*][ \t]|\d{1,9}[.)][ \t])/.exec(line)?.[0].length;
    if (indent === undefined) continue;
    while (indents.length > 0 && (indents.at(-1) as number) >= indent) indents.pop();
    if (indents.push(indent) > 24) refuse('deeper nesting');
  }
}

/** Number of quote and list markers a line opens with. */
function containerDepth(line: string): number {
  const marker = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))/y;
  let depth = 0;
  while (marker.test(line)) depth++;
  return depth;
}

function count(line: string, character: string): number {
  let found = 0;
  for (let at = line.indexOf(character); at >= 0; at = line.indexOf(character, at + 1)) found++;
  return found;
}
