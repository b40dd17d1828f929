import { isHanUnit, wordRuns } from './fold.ts';

/**
 * The terms a text is indexed by. Chinese has no spaces: every Han character and every pair of neighbours is a term, so
 * that whatever is typed is found, words or not. Words of other scripts are terms whole, and in parts where letters
 * meet digits (`h7n9`, `excel2003`).
 */

/** Longest word of another script that is looked at, in UTF-16 units. */
export const maxWordLength = 40;

/** Space-separated distinct terms of a folded text. */
export function indexTerms(folded: string): string {
  const han = hanTerms(folded);
  const words = new Set<string>();
  for (const { text, isHan } of wordRuns(folded)) if (!isHan) for (const part of wordParts(text)) words.add(part);
  return han + [...words].join(' ');
}

/** A word and, where letters meet digits, its parts. */
export function wordParts(word: string): string[] {
  if (/^(?:[a-z]{1,40}|\d{1,40})$/.test(word)) return [word];
  const whole = word.slice(0, maxWordLength);
  const parts = whole.match(/\p{N}+|[^\p{N}]+/gu) ?? [];
  return parts.length > 1 ? [whole, ...parts] : [whole];
}

const space = 0x20;

/** Distinct Han characters and pairs, a space behind each. No string is made of any of them: 20 µs an article, not 175. */
function hanTerms(folded: string): string {
  const known = new NumberSet(folded.length * 2);
  const units = new Uint16Array(folded.length * 5);
  let length = 0;
  let previous = 0;
  for (let index = 0; index < folded.length; index++) {
    const unit = folded.charCodeAt(index);
    if (!isHanUnit(unit)) {
      previous = 0;
      continue;
    }
    if (known.add(unit)) {
      units[length++] = unit;
      units[length++] = space;
    }
    if (previous !== 0 && known.add((previous << 16) | unit)) {
      units[length++] = previous;
      units[length++] = unit;
      units[length++] = space;
    }
    previous = unit;
  }
  return Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
}

/** A set of numbers other than 0, by open addressing; `most` numbers fit. */
class NumberSet {
  readonly #slots: Int32Array;
  readonly #shift: number;

  constructor(most: number) {
    const bits = Math.max(4, Math.ceil(Math.log2(most + 1)) + 1);
    this.#slots = new Int32Array(2 ** bits);
    this.#shift = 32 - bits;
  }

  /** True when the number was not in it. */
  add(number: number): boolean {
    const slots = this.#slots;
    let slot = Math.imul(number ^ (number >>> 15), 0x9e3779b1) >>> this.#shift;
    for (;;) {
      if (slots[slot] === 0) {
        slots[slot] = number;
        return true;
      }
      if (slots[slot] === number) return false;
      slot = (slot + 1) & (slots.length - 1);
    }
  }
}
