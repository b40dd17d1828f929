import type { Dropped } from '../article/draft.ts';
import { isStuffedTitle, lineRule, runRule } from './shield-lists.ts';
import { type ArticleVocabulary, measure, pairsOf } from './shield-measure.ts';
import { phraseRuns } from './shield-runs.ts';
import { segmentLine } from './shield-segments.ts';
import { isFurnitureWord } from './shield-words.ts';

type Rule = Dropped['rule'];

/** A line beside an article, in the order of the page. */
export type BesideLine = {
  text: string /** It stands above the headline, where titles of pages are. */;
  isAtTop: boolean;
};

const topLines = 3;

/**
 * Tells injected lines of a plain page from its furniture: first the ones that give themselves away, alone or as a run, then
 * those that speak like them and stand with them. Null for a line that may be the page's own.
 */
export function injectedLines(lines: readonly BesideLine[], article: ArticleVocabulary): (Rule | null)[] {
  const rules = lines.map(({ text, isAtTop }, index): Rule | null => {
    if (isAtTop && index < topLines && isStuffedTitle(text, article)) return 'spam.title';
    return lineRule(segmentLine(text), article, false);
  });
  const texts = lines.map(({ text }) => text);
  const isBreak = (index: number) => rules[index] !== null || lines[index]?.isAtTop !== lines[index - 1]?.isAtTop;
  for (const { start, end } of phraseRuns(texts, article, isBreak)) {
    const rule = runRule(texts.slice(start, end), article);
    if (rule) rules.fill(rule, start, end);
  }
  addAccomplices(texts, rules, article);
  addLabels(texts, rules);
  return rules;
}

/** Share of a line's words that known injected lines have, from which on it is one of them, wherever it stands; and beside one. */
const alike = 0.6;
const alikeBeside = 0.3;
/** A line of fewer has words in common with anything. */
const leastWords = 4;

function addAccomplices(texts: readonly string[], rules: (Rule | null)[], article: ArticleVocabulary): void {
  if (rules.every((rule) => rule === null)) return;
  const farm = new Set<string>();
  for (const [index, rule] of rules.entries())
    if (rule) for (const pair of pairsOf(texts[index] as string)) farm.add(pair);
  const speaksAlike = (index: number, least: number) => {
    const text = texts[index] as string;
    const pairs = [...new Set(pairsOf(text))];
    if (pairs.length < leastWords || isFurnitureWord(text)) return false;
    return (
      pairs.filter((pair) => farm.has(pair)).length / pairs.length >= least && measure([text], article).overlap <= 0.2
    );
  };
  for (const [index, rule] of rules.entries()) if (!rule && speaksAlike(index, alike)) rules[index] = 'spam.link-farm';
  // Neighbours of a run need to be less alike: its first and last phrases may be new.
  for (const step of [1, -1])
    for (let index = step > 0 ? 1 : rules.length - 2; index >= 0 && index < rules.length; index += step)
      if (
        !rules[index] &&
        rules[index - step] === 'spam.link-farm' &&
        (texts[index] as string).length <= 40 &&
        speaksAlike(index, alikeBeside)
      )
        rules[index] = 'spam.link-farm';
}

/** A line that ends in a colon and heads a farm belongs to it. */
function addLabels(texts: readonly string[], rules: (Rule | null)[]): void {
  for (let index = 0; index + 1 < rules.length; index++) {
    const text = texts[index] as string;
    if (
      !rules[index] &&
      rules[index + 1] === 'spam.link-farm' &&
      /[:：]$/.test(text) &&
      text.length <= 60 &&
      !isFurnitureWord(text)
    )
      rules[index] = 'spam.link-farm';
  }
}
