/** Measures of a ranking against the documents judged good; `depth` results are looked at. */

export const depth = 10;

/** One over the rank of the first good one; 0 when none is among the first ten. */
export function reciprocalRank(ranked: readonly string[], good: ReadonlySet<string>): number {
  const index = ranked.slice(0, depth).findIndex((id) => good.has(id));
  return index < 0 ? 0 : 1 / (index + 1);
}

/** The part of the good ones that is among the first `looked`, of as many as can be. */
export function recall(ranked: readonly string[], good: ReadonlySet<string>, looked = depth): number {
  const found = ranked.slice(0, looked).filter((id) => good.has(id)).length;
  return good.size === 0 ? 0 : found / Math.min(good.size, looked);
}

/** Normalised discounted cumulative gain of the first `looked`: a good one counts less the later it comes. */
export function ndcg(ranked: readonly string[], good: ReadonlySet<string>, looked: number): number {
  const gain = ranked.slice(0, looked).reduce((sum, id, place) => sum + (good.has(id) ? discount(place) : 0), 0);
  let best = 0;
  for (let place = 0; place < Math.min(looked, good.size); place++) best += discount(place);
  return best === 0 ? 0 : gain / best;
}

const discount = (place: number) => 1 / Math.log2(place + 2);

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
