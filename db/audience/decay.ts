/**
 * Forward decay: a score is log2 of an article's reads, each weighed by 2^(its time / half-life). Scores of one window
 * all age alike, so their order holds without touching them, and only a read writes.
 */

export const windows = ['hour', 'day', 'week'] as const;
export type Window = (typeof windows)[number];

/**
 * Half of a read's weight is gone after half its window, in seconds: a steadily read article then weighs what it was
 * read within 0.72 windows, and a read a window ago a quarter of one now.
 */
const halfLives: Record<Window, number> = { hour: 1_800, day: 43_200, week: 302_400 };

/** 2024-01-01T00:00:00Z; keeps the exponents small. */
const origin = 1_704_067_200;

/** Score of `count` reads at a moment (seconds since the epoch). */
export const scoreOf = (window: Window, count: number, moment: number): number =>
  Math.log2(count) + (moment - origin) / halfLives[window];

/** How many reads of this moment a score weighs. */
export const weightAt = (window: Window, score: number, moment: number): number =>
  2 ** (score - (moment - origin) / halfLives[window]);
