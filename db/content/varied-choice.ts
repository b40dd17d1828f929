import type { Vector } from './keyword-vector.ts';

/** What the choice needs to know of an article. */
export type Choosable = { tags: readonly { slug: string }[]; vector: Vector };

/** Above it two articles are the same story: a wire report and its copy, an update and what it updates. */
const sameStory = 0.8;
/** Above it two articles are of one topic, whatever they are tagged. */
const sameTopic = 0.4;
const mostOfTopic = 4;

/**
 * The first of a ranked list, without any that tells the same story as the subject (`own`) or one before it, and no more
 * than four of one topic as long as there are others.
 */
export function chooseVaried<T extends Choosable>(ranked: readonly T[], own: Vector, wanted: number): T[] {
  const chosen: T[] = [];
  const further: T[] = [];
  for (const candidate of ranked) {
    if (chosen.length >= wanted) break;
    const isTold = [own, ...chosen.map(({ vector }) => vector)].some(
      (vector) => vector.likeness(candidate.vector) > sameStory,
    );
    if (isTold) continue;
    const ofTopic = chosen.filter((other) => areOneTopic(other, candidate)).length;
    (ofTopic < mostOfTopic ? chosen : further).push(candidate);
  }
  return [...chosen, ...further].slice(0, wanted);
}

const areOneTopic = (a: Choosable, b: Choosable): boolean =>
  (a.tags[0] !== undefined && a.tags[0].slug === b.tags[0]?.slug) || a.vector.likeness(b.vector) > sameTopic;
