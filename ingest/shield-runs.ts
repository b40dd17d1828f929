import { type ArticleVocabulary, pairsOf } from './shield-measure.ts';
import { hasCounter, isFurnitureWord } from './shield-words.ts';

/**
 * Finds where a farm printed one phrase to a line. Each line scores by how much of it comes back in the lines around it,
 * against what any list has of that; stretches that gain are runs. Whether a run is a farm is for the shield's rules to say.
 */

const reach = 12;
const longestPhrase = 40;
const shortestRun = 6;
/** A stretch ends when it has lost this much since it was best: a phrase or two may be new among many. */
const patience = 1.5;

export type Run = { start: number; end: number };

/** Runs, half-open, in a sequence of lines beside an article; none goes across a break. */
export function phraseRuns(
  lines: readonly string[],
  article: ArticleVocabulary,
  isBreak: (index: number) => boolean,
): Run[] {
  const pairs = lines.map((line) => (line.length <= longestPhrase ? [...new Set(pairsOf(line))] : []));
  const runs: Run[] = [];
  let start = 0;
  let sum = 0;
  let best = 0;
  let end = 0;
  const finish = (next: number) => {
    if (best > 0 && end - start >= shortestRun) runs.push({ start, end });
    start = end = next;
    sum = best = 0;
  };
  for (let index = 0; index < lines.length; index++) {
    if (isBreak(index) || pairs[index]?.length === 0) {
      finish(index + 1);
      continue;
    }
    sum += gainOf(lines, pairs, index, article);
    if (sum > best) {
      best = sum;
      end = index + 1;
    }
    if (sum <= 0 || best - sum > patience) {
      // What was lost since the best may begin the next run.
      const resume = best > 0 && end - start >= shortestRun ? end : index + 1;
      finish(resume);
      if (resume <= index) index = resume - 1;
    }
  }
  finish(lines.length);
  return runs;
}

function gainOf(
  lines: readonly string[],
  pairs: readonly string[][],
  index: number,
  article: ArticleVocabulary,
): number {
  const line = lines[index] as string;
  if (/[。！？；“”《》]/.test(line)) return -1;
  const around = new Set<string>();
  for (let at = Math.max(0, index - reach); at <= Math.min(lines.length - 1, index + reach); at++)
    if (lines[at] !== line) for (const pair of pairs[at] ?? []) around.add(pair);
  const own = pairs[index] as string[];
  const share = (set: { has(pair: string): boolean }) => own.filter((pair) => set.has(pair)).length / own.length;
  return (
    2 * share(around) -
    0.5 -
    1.5 * share(article.pairs) -
    (isFurnitureWord(line) ? 1 : 0) -
    (hasCounter(line) ? 0.8 : 0)
  );
}
