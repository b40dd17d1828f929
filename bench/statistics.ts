/** Middle of the values; the mean of the two middle ones when their number is even. @throws RangeError when there are none */
export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** The smallest value that at least `share` (0 to 1) of the values do not exceed. @throws RangeError when there are none */
export function percentile(values: readonly number[], share: number): number {
  const sorted = ascending(values);
  const rank = Math.ceil(share * sorted.length);
  return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1] as number;
}

/** How much the series grew over its last third, as a share of where that third began: 0.1 is 10 %. */
export function lastThirdGrowth(series: readonly number[]): number {
  if (series.length < 3) throw new RangeError(`${series.length} samples have no last third`);
  const start = series[Math.floor((series.length * 2) / 3) - 1] as number;
  return ((series.at(-1) as number) - start) / start;
}

function ascending(values: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError('no values');
  return [...values].sort((a, b) => a - b);
}
