/** Measures of a ranking against the documents judged good; `depth` results are looked at. */

export const depth = 10;

/** One over the rank of the first good one; 0 when none is among the first ten. */
export function reciprocalRank(ranked: readonly string[], good: ReadonlySet<string>): number {
  const index = ranked.slice(0, depth).findIndex((id) => good.has(id));
  return index < 0 ? 0 : 1 / (index + 1);
}

/** The part of the good ones that is among the first ten. */
export function recall(ranked: readonly string[], good: ReadonlySet<string>): number {
  const found = ranked.slice(0, depth).filter((id) => good.has(id)).length;
  return good.size === 0 ? 0 : found / Math.min(good.size, depth);
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
