import { fold } from '../article/fold.ts';
import type { Language } from '../article/record.ts';
import { type Catalogue, catalogueFor, editionName } from '../edition/catalogue.ts';
import { scriptFor } from '../edition/script.ts';
import { type Edition, nameIn, type Site } from '../edition/site.ts';

/**
 * Every word a page may hold: the interface's and the signed ones. A text passes when it can be put together from them,
 * with dates, small numbers and punctuation between; so nothing stands on a page, visible or not, that nobody wrote.
 */
export class SignedWords {
  /** By their first character, the longest first. */
  readonly #phrases = new Map<string, string[]>();
  readonly #known = new Set<string>();
  readonly #long: string[] = [];
  #folded: string[] | null = null;

  constructor(site: Site, edition: Edition) {
    this.add(...interfaceWords(edition.language), ...site.editions.map(editionName));
    this.#addSite(scriptFor(site, edition).site(site), edition);
    for (const other of site.editions) this.#addPlaces(scriptFor(site, other).site(site), other);
    this.add(...calendarWords, ...feedWords);
  }

  #addSite({ name, tagline, about, sections, policies, email }: Site, { language }: Edition): void {
    this.add(email);
    for (const names of [name, tagline, about, ...sections.map((section) => section.names), ...Object.values(policies)])
      this.addLong(nameIn(names, language));
  }

  /** What another edition calls its places: the language switch says which of them it leads to. */
  #addPlaces({ sections }: Site, { language }: Edition): void {
    const { front, search, archive, ranking } = catalogueFor(language);
    this.add(front, search, archive, ranking, ...sections.map(({ names }) => nameIn(names, language)));
  }

  add(...phrases: (string | null | undefined)[]): void {
    for (const given of phrases) {
      const phrase = given ? oneLine(given) : '';
      if (phrase === '' || this.#known.has(phrase)) continue;
      this.#known.add(phrase);
      const first = phrase[0] as string;
      const others = this.#phrases.get(first) ?? [];
      others.push(phrase);
      this.#phrases.set(first, others);
    }
  }

  /** A text that is quoted from: descriptions and search results show pieces of it. */
  addLong(text: string | null): void {
    if (!text) return;
    this.add(text);
    this.#long.push(oneLine(text));
    this.#folded = null;
  }

  /** Whether the text is made of known words only. */
  explains(text: string): boolean {
    const line = oneLine(text);
    return this.#known.has(line) || this.#isComposed(line) || this.#isQuoted(line);
  }

  #isComposed(text: string): boolean {
    const reachable = new Set([0]);
    for (let at = 0; at < text.length; at++) {
      if (!reachable.has(at)) continue;
      filler.lastIndex = at;
      const filling = filler.exec(text)?.[0].length ?? 0;
      if (filling > 0) reachable.add(at + filling);
      for (const phrase of this.#phrases.get(text[at] as string) ?? [])
        if (text.startsWith(phrase, at)) reachable.add(at + phrase.length);
    }
    if (reachable.has(text.length)) return true;
    // `Both speak of: <a word of theirs>`
    return [...reachable].some((at) => at > 0 && this.#isQuoted(text.slice(at)));
  }

  /** Pieces were cut anywhere, and of another script they were converted by themselves: the folded form decides then. */
  #isQuoted(text: string): boolean {
    const piece = text.replace(/^…|…$/gu, '').trim();
    if (piece === '') return true;
    if (this.#long.some((long) => long.includes(piece))) return true;
    this.#folded ??= this.#long.map(fold);
    const folded = fold(piece);
    return this.#folded.some((long) => long.includes(folded));
  }
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** Dates, clock times, counts up to a million, and what stands between words. No run that a telephone number fits in. */
const filler =
  /\d{4}-\d\d-\d\d(?![\d-])|\d\d-\d\d \d\d:\d\d|\d{1,2}:\d\d(?![\d:])|\d{1,7}(?![\d-])| [-–|] |[\s·•、，。：；！？“”‘’《》（）()…←→#,.:;!?'"/&]/uy;

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const calendarWords = [
  ...[...months, ...months.map((month) => month.slice(0, 3)), ...weekdays],
  '年',
  '月',
  '日',
  ...[...'日一二三四五六'].map((day) => `星期${day}`),
];

/** What feeds are called in every language. */
const feedWords = ['RSS', 'Atom', 'JSON Feed', '(', ')'];

/** The interface's words; of those with a gap for a name or a time, what stands around it. */
function interfaceWords(language: Language): string[] {
  const found: string[] = [];
  const visit = (entry: Catalogue[keyof Catalogue] | string): void => {
    if (typeof entry === 'string') found.push(entry);
    else if (typeof entry === 'function') for (const given of gaps) found.push(...pieces(entry as Gapped, given));
    else for (const word of Object.values(entry)) visit(word as string);
  };
  for (const entry of Object.values(catalogueFor(language))) visit(entry);
  return found;
}

type Gapped = (value: never) => string;
/** Words may bend with a number, and spans of days have names. */
const gaps = ['\u0000', 1, 2, 7, 30, 365] as const;
const pieces = (entry: Gapped, given: string | number): string[] => String(entry(given as never)).split(String(given));
