/** One line of the result. A speed that depends on the machine carries its ratio to a baseline of the same run instead. */
export type Measure = {
  /** Stable: results of different runs are compared by it. */
  name: string;
  value: number;
  unit: string;
  bar?: { atMost: number } | { atLeast: number };
  /** What the number was made of, for whoever doubts it. */
  detail?: string;
};

export const isMet = ({ value, bar }: Measure): boolean =>
  !bar || ('atMost' in bar ? value <= bar.atMost : value >= bar.atLeast);

/** Something that was to be measured and could not be; the reason is one sentence. */
export type NotMeasured = { name: string; reason: string };

/** Unit of speeds that are compared between machines. */
export const ratioUnit = '× bare node:http';
/** Unit of what a cost at the end is of what it was with ten thousand articles. */
export const growthUnit = '× at 10,000';
/** Whether a unit means the same on any machine. */
export const isRatio = (unit: string): boolean => unit === ratioUnit || unit === growthUnit;
