/** How many letters have to be changed, added, left out or swapped with their neighbour to make one word of another. */
export function changesBetween(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > farthest) return farthest + 1;
  let above: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (above[j - 2] as number) + 1);
      next.push(least);
    }
    above = row;
    row = next;
  }
  return row[other.length] as number;
}

const farthest = 2;
