/** How a line is cut into the phrases it strings together. */

export type Separator = 'bar' | 'comma' | 'underscore' | 'dash' | 'space' | 'none';
export type Segmented = {
  segments: string[];
  separator: Separator;
  /** Words before a colon that head the list; null without. */
  label: string | null;
  /** A bar behind the last phrase too, as farms are printed by their scripts. */
  endsOpen: boolean;
  /** A full stop or a question somewhere: it may be prose. */
  hasStop: boolean;
};

/** Each with what a line has to hold to be cut by it: most hold none of them. */
const separators: [Separator, pattern: RegExp, mark: RegExp][] = [
  ['bar', /\s*[|｜丨│¦]\s*/, /[|｜丨│¦]/],
  ['underscore', /\s*_+\s*/, /_/],
  ['comma', /\s*[,，、;；]\s*/, /[,，、;；]/],
  ['space', /\s+/, /\s/],
];

const mayBeList = /[|｜丨│¦_,，、;；]|\S\s+\S+\s+\S+\s/;
const stop = /[。！？]/;

/** The phrases between the separator that cuts a line into most. A label in front of them is set apart. */
export function segmentLine(line: string): Segmented {
  if (!mayBeList.test(line))
    return { segments: [line], separator: 'none', label: null, endsOpen: false, hasStop: stop.test(line) };
  const labelled = /^([^|｜,，、_:：]{2,40})[:：]\s*(?=\S)/.exec(line);
  const rest = labelled ? line.slice(labelled[0].length) : line;
  let best: Pick<Segmented, 'segments' | 'separator'> = { segments: [rest.trim()], separator: 'none' };
  for (const [separator, pattern, mark] of separators) {
    // Spaces cut Latin names and prose too: they count only when nothing else does, between mostly Chinese words.
    if (!mark.test(rest) || (separator === 'space' && best.segments.length >= 3)) continue;
    const segments = rest
      .split(pattern)
      .map((part) => part.trim())
      .filter(Boolean);
    const isUsable = separator !== 'space' || (segments.length >= 4 && hanShare(segments) >= 0.6);
    if (isUsable && segments.length > best.segments.length) best = { segments, separator };
  }
  const isList = best.segments.length >= 3;
  return {
    ...best,
    label: labelled && isList ? (labelled[1] ?? null) : null,
    segments: labelled && !isList ? [line.trim()] : best.segments,
    hasStop: stop.test(line),
    endsOpen: isList && best.separator === 'bar' && /[|｜丨│¦]\s*$/.test(rest),
  };
}

const hanShare = (segments: readonly string[]) =>
  segments.filter((word) => /\p{Script=Han}/u.test(word)).length / segments.length;

/** The parts of a page's title: also between dashes, where sites put their names. */
export function titleSegments(title: string): string[] {
  const { segments } = segmentLine(title);
  if (segments.length >= 3) return segments;
  const parts = title
    .split(/\s*[-–—_|｜]+\s*/)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length >= segments.length ? parts : segments;
}
