import { fold } from '../../article/fold.ts';
import { termsOf } from '../../article/keywords.ts';
import { groupOf } from '../../article/lists.ts';
import type { Card } from '../../article/record.ts';
import type { SalientTerm } from './keyword-vector.ts';

/** English words that say nothing of what an article is about; shorter ones hardly ever do. */
const grammar = new Set(
  'about after again against also because been before being between both does during each from have into just more most only other over same should some such than that their them then there these they this those through under until very were what when where which while will with would your'.split(
    ' ',
  ),
);
const saysNothing = (word: string) => /^[a-z’']+$/i.test(word) && (word.length < 4 || grammar.has(word.toLowerCase()));

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The most telling word of a headline that the subject speaks of too, as the headline writes it; null when there is none. */
export function sharedWord({ headline, language }: Card, salient: readonly SalientTerm[]): string | null {
  const salience = new Map(salient.map((term) => [term.term, term.salience]));
  const group = groupOf(language);
  const folded = fold(headline);
  let word: string | null = null;
  let most = 0;
  for (const { segment, index, isWordLike } of segmenter.segment(headline)) {
    if (!isWordLike || segment.length < 2 || saysNothing(segment)) continue;
    const terms = termsOf(folded.slice(index, index + segment.length), group);
    // Every pair of the word, or the subject has another one that looks like a part of it.
    let least = Number.POSITIVE_INFINITY;
    for (const term of terms) least = Math.min(least, salience.get(term) ?? 0);
    if (terms.size > 0 && least > most) {
      most = least;
      word = segment;
    }
  }
  return word;
}
