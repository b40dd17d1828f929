/** A dictionary of phrases and characters, read by longest match as OpenCC reads its own. */
export class Lexicon {
  readonly #characters = new Map<number, string>();
  readonly #phrases = new Map<string, string>();
  /** Lengths of the phrases that start with two code units, longest first: most pairs of a text start none. */
  readonly #lengths = new Map<number, number[]>();

  /** Of entries with the same key the first wins. */
  constructor(...dictionaries: Iterable<readonly [string, string]>[]) {
    for (const dictionary of dictionaries) for (const [key, value] of dictionary) this.#add(key, value);
  }

  get size(): number {
    return this.#characters.size + this.#phrases.size;
  }

  /** Length of the longest phrase of two code units or more that the text holds at `at`; 0 when there is none. */
  phraseAt(text: string, at: number): number {
    if (at + 1 >= text.length) return 0;
    const lengths = this.#lengths.get(pairAt(text, at));
    if (lengths === undefined) return 0;
    for (const length of lengths)
      if (at + length <= text.length && this.#phrases.has(text.slice(at, at + length))) return length;
    return 0;
  }

  /** Length of the longest entry at `at`; 0 when there is none. */
  match(text: string, at: number): number {
    return this.phraseAt(text, at) || (this.#characters.has(text.charCodeAt(at)) ? 1 : 0);
  }

  get(key: string): string | undefined {
    return key.length === 1 ? this.#characters.get(key.charCodeAt(0)) : this.#phrases.get(key);
  }

  /** The text with every longest match put in place. */
  convert(text: string): string {
    let converted = '';
    for (let at = 0; at < text.length; ) {
      const length = this.phraseAt(text, at);
      if (length > 0) converted += this.#phrases.get(text.slice(at, at + length));
      else converted += this.#characters.get(text.charCodeAt(at)) ?? text[at];
      at += length || 1;
    }
    return converted;
  }

  /** The same for a text that holds no phrase. */
  convertCharacters(text: string): string {
    let converted = '';
    for (let at = 0; at < text.length; at++) converted += this.#characters.get(text.charCodeAt(at)) ?? text[at];
    return converted;
  }

  #add(key: string, value: string): void {
    if (key.length === 1) {
      const code = key.charCodeAt(0);
      if (!this.#characters.has(code)) this.#characters.set(code, value);
      return;
    }
    if (this.#phrases.has(key)) return;
    this.#phrases.set(key, value);
    const pair = pairAt(key, 0);
    const lengths = this.#lengths.get(pair);
    if (lengths === undefined) this.#lengths.set(pair, [key.length]);
    else if (!lengths.includes(key.length)) {
      lengths.push(key.length);
      lengths.sort((a, b) => b - a);
    }
  }
}

const pairAt = (text: string, at: number) => text.charCodeAt(at) * 0x1_0000 + text.charCodeAt(at + 1);

/** Entries of OpenCC's packed form, `key value|key value`. */
export function* packed(dictionary: string): Generator<[string, string]> {
  for (const entry of dictionary.split('|')) {
    const space = entry.indexOf(' ');
    if (space > 0) yield [entry.slice(0, space), entry.slice(space + 1)];
  }
}
