import { fold } from '../../article/fold.ts';
import { termsOf } from '../../article/keywords.ts';
import { groupOf } from '../../article/lists.ts';
import type { Card } from '../../article/record.ts';
import type { SalientTerm } from './keyword-vector.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The most telling word of a headline that the subject speaks of too, as the headline writes it; null when there is none. */
export function sharedWord({ headline, language }: Card, salient: readonly SalientTerm[]): string | null {
  const salience = new Map(salient.map((term) => [term.term, term.salience]));
  let word: string | null = null;
  let most = 0;
  for (const { segment, isWordLike } of segmenter.segment(headline)) {
    if (!isWordLike || segment.length < 2) continue;
    const terms = termsOf(fold(segment), groupOf(language));
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
