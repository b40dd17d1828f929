import { Converter } from 'opencc-js';

/**
 * Search form of text: full-width to half-width, lower case, accents off Latin letters, Traditional to Simplified, one
 * character for one, so that offsets in the folded text are offsets in the original. Both the index and the query are
 * folded. Characters are put into classes, not translated: what either script may write for the other is one class.
 */
export function fold(text: string): string {
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    units[index] = foldedUnits[unit] || learn(unit);
  }
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
}

/** What every UTF-16 unit folds to; 0 for those not met yet. */
const foldedUnits = new Uint16Array(0x1_0000);

function learn(unit: number): number {
  const folded = foldCharacter(String.fromCharCode(unit));
  foldedUnits[unit] = folded.length === 1 ? folded.charCodeAt(0) : unit;
  return foldedUnits[unit] as number;
}

function foldCharacter(character: string): string {
  const unit = character.charCodeAt(0);
  if (unit === 0x3000) return ' ';
  if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0).toLowerCase();
  if (isHanUnit(unit)) return foldHan(character);
  const [letter = ''] = character.normalize('NFD');
  return /^[a-z]$/i.test(letter) ? letter.toLowerCase() : character.toLowerCase();
}

/** What OpenCC leaves alone because Simplified text may hold it too; a reader who types one means the other as well. */
const sameWhenSearched: Readonly<Record<string, string>> = {
  著: '着',
  衹: '只',
  祇: '只',
  瞭: '了',
  祐: '佑',
  藉: '借',
  彷: '仿',
  妳: '你',
  牠: '它',
  甦: '苏',
  乾: '干',
};

let converters: ((text: string) => string)[] | undefined;

function foldHan(character: string): string {
  converters ??= (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));
  for (let current = character, step = 1; ; step++) {
    const known = sameWhenSearched[current];
    const next = known ?? converters.map((convert) => convert(current)).find((simplified) => simplified !== current);
    if (next === undefined || next.length !== 1 || step === 3) return current;
    current = next;
  }
}

/** Whether a UTF-16 unit is a Han character of the Basic Multilingual Plane. */
export const isHanUnit = (unit: number): boolean =>
  (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff);

export type WordRun = {
  text: string;
  isHan: boolean;
  /** Where it starts in the folded text. */
  at: number;
};

/** Runs of a folded text: Han runs and words of other scripts, punctuation between them gone. */
export function wordRuns(folded: string): WordRun[] {
  const runs: WordRun[] = [];
  eachRun(folded, (at, until, isHan) => runs.push({ text: folded.slice(at, until), isHan, at }));
  return runs;
}

/** The same by where they begin and end, for who looks at their characters in the text itself. */
export function eachRun(folded: string, take: (at: number, until: number, isHan: boolean) => void): void {
  let at = 0;
  let kind = nothing;
  for (let index = 0; index <= folded.length; index++) {
    const found = index < folded.length ? kindAt(folded, index) : nothing;
    if (found === kind) continue;
    if (kind !== nothing) take(at, index, kind === han);
    at = index;
    kind = found;
  }
}

const nothing = 1;
const han = 2;
const word = 3;
/** The kind of every UTF-16 unit; 0 for those not met yet. */
const kinds = new Uint8Array(0x1_0000);

function kindAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit >= 0xd800 && unit <= 0xdfff) return kindOfHalf(text, index, unit);
  const known = kinds[unit] as number;
  if (known !== 0) return known;
  kinds[unit] = isHanUnit(unit) ? han : kindOf(String.fromCharCode(unit));
  return kinds[unit] as number;
}

/** Half of a character outside of the Basic Multilingual Plane is of the kind of the whole one. */
function kindOfHalf(text: string, index: number, unit: number): number {
  const start = unit >= 0xdc00 ? index - 1 : index;
  const whole = text.codePointAt(start) ?? 0;
  return whole > 0xffff ? kindOf(String.fromCodePoint(whole)) : nothing;
}

const kindOf = (character: string): number => (/[\p{L}\p{N}\p{M}]/u.test(character) ? word : nothing);
