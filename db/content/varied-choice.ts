import { likenesses, type StoredTerms } from './keyword-vector.ts';
import type { TermSample } from './term-sample.ts';

/** What the choice needs to know of an article. */
export type Choosable = { tags: readonly { slug: string }[]; terms: StoredTerms };

/** Above it two articles are the same story: a wire report and its copy, an update and what it updates. */
const sameStory = 0.8;
/** Above it two articles are of one topic, whatever they are tagged. */
const sameTopic = 0.4;
const mostOfTopic = 4;

/**
 * The first of a ranked list, without any that tells the same story as the subject (`own`) or one before it, and no more
 * than four of one topic as long as there are others.
 */
export function chooseVaried<T extends Choosable>(
  ranked: readonly T[],
  { own, sample }: { own: StoredTerms; sample: TermSample },
  wanted: number,
): T[] {
  const chosen: T[] = [];
  const further: T[] = [];
  for (const candidate of ranked) {
    if (chosen.length >= wanted) break;
    const [toSubject, ...toChosen] = likenesses(candidate.terms, [own, ...chosen.map(({ terms }) => terms)], sample);
    if ((toSubject as number) > sameStory || toChosen.some((alike) => alike > sameStory)) continue;
    const ofTopic = chosen.filter(
      (other, index) => isTaggedLike(other, candidate) || (toChosen[index] as number) > sameTopic,
    );
    (ofTopic.length < mostOfTopic ? chosen : further).push(candidate);
  }
  return [...chosen, ...further].slice(0, wanted);
}

const isTaggedLike = (a: Choosable, b: Choosable): boolean =>
  a.tags[0] !== undefined && a.tags[0].slug === b.tags[0]?.slug;
