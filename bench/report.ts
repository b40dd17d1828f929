import { isMet, isRatio, type Measure, type NotMeasured } from './measure.ts';

export type Result = {
  at: string;
  commit: string;
  node: string;
  cpu: string;
  articles: number;
  /** How long the whole run took, in s. */
  seconds: number;
  measures: Measure[];
  notMeasured: NotMeasured[];
};

const header = ['measure', 'value', '', 'bar', '', 'baseline'];

/** The table of a result, beside the values of an earlier one where there is one. */
export function table({ measures, notMeasured }: Result, earlier: Result | null): string {
  const before = new Map(earlier?.measures.map((measure) => [measure.name, measure.value]));
  const rows = measures.map((measure) => {
    const known = before.get(measure.name);
    return [
      measure.name,
      readable(measure.value),
      measure.unit,
      barOf(measure),
      measure.bar ? (isMet(measure) ? 'ok' : 'MISSED') : '',
      known === undefined ? '' : readable(known),
    ];
  });
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] as string).length)));
  const lines = all.map((row) =>
    row
      .map((cell, column) =>
        column === 1 || column === 5 ? cell.padStart(widths[column] as number) : cell.padEnd(widths[column] as number),
      )
      .join('  ')
      .trimEnd(),
  );
  return [...lines, ...notMeasured.map(({ name, reason }) => `${name}: not measured: ${reason}`)].join('\n');
}

function barOf({ bar }: Measure): string {
  if (!bar) return '';
  return 'atMost' in bar ? `<= ${readable(bar.atMost)}` : `>= ${readable(bar.atLeast)}`;
}

/** As many digits as mean something: 0.43, 12.6, 1,430. */
export function readable(value: number): string {
  const magnitude = Math.abs(value);
  const digits = Number.isInteger(value) || magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : 2;
  return value.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: digits });
}

/** A ratio may be this much worse than the baseline's before it is worth a look; runs differ by half of it. */
const tolerated = 0.2;

/** Ratios that got worse by more than a fifth against an earlier result, one sentence each. Other speeds are another machine's. */
export function regressions({ measures }: Result, earlier: Result | null): string[] {
  const before = new Map(earlier?.measures.map((measure) => [measure.name, measure.value]));
  return measures.flatMap(({ name, unit, value }) => {
    const known = before.get(name);
    if (!isRatio(unit) || known === undefined || value <= known * (1 + tolerated)) return [];
    const percent = Math.round((value / known - 1) * 100);
    return [`REGRESSION ${name}: ${readable(value)} ${unit}, ${percent} % more than the baseline's ${readable(known)}`];
  });
}
