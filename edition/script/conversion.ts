import { configs } from 'opencc-js/preset';
import { apart, keptSpans, type Span } from './kept-text.ts';
import { Lexicon, packed } from './lexicon.ts';
import { keptSurname, titledSurnames } from './names.ts';
import { type Piece, Pipeline } from './pipeline.ts';
import { modernForms, pressPhrases, sharedForms, simplifiedForms } from './press-forms.ts';
import { cornerMarks, curvedMarks } from './quotation-marks.ts';

/** What Chinese text is converted to; a Traditional edition without a region is `zh-Hant`. */
export type Target = 'zh-Hans' | 'zh-Hant' | 'zh-Hant-TW' | 'zh-Hant-HK';

/** From one Chinese script to the other, with a newsroom's glossary. Made once and kept: it remembers short texts. */
export class Conversion {
  readonly #target: Target;
  readonly #glossary: Lexicon;
  readonly #remembered = new Map<string, string>();

  constructor(target: Target, glossary: Readonly<Record<string, string>> = {}) {
    this.#target = target;
    this.#glossary = new Lexicon(Object.entries(glossary));
  }

  text(text: string): string {
    if (!chinese.test(text)) return text;
    if (text.length > rememberedLength) return joined(this.pieces(text));
    const known = this.#remembered.get(text);
    if (known !== undefined) return known;
    const converted = joined(this.pieces(text));
    if (this.#remembered.size >= mostRemembered) this.#remembered.clear();
    this.#remembered.set(text, converted);
    return converted;
  }

  /** A person's name: its surname is no word of a sentence. */
  personName(name: string): string {
    const surname = this.#target === 'zh-Hans' || this.#glossary.get(name) ? 0 : keptSurname(name);
    return surname > 0 ? joined(this.pieces(name, [{ from: 0, to: surname }])) : this.text(name);
  }

  /** The whole text in pieces; what lies in `kept` does not change. The glossary comes before the dictionaries. */
  pieces(text: string, kept: readonly Span[] = []): Piece[] {
    const marked = this.#target === 'zh-Hans' ? curvedMarks(text) : cornerMarks(text);
    const pieces: Piece[] = [];
    let at = 0;
    for (const { from, to } of apart(kept, this.#terms(text), keptSpans(text, this.#target !== 'zh-Hans'))) {
      pieces.push(...this.#prose(marked.slice(at, from)));
      const source = text.slice(from, to);
      pieces.push({ length: to - from, text: isIn(kept, from) ? source : (this.#glossary.get(source) ?? source) });
      at = to;
    }
    pieces.push(...this.#prose(marked.slice(at)));
    return pieces;
  }

  /** Where the glossary's terms stand, each as long as it can be. */
  #terms(text: string): Span[] {
    const spans: Span[] = [];
    if (this.#glossary.size === 0) return spans;
    for (let at = 0; at < text.length; ) {
      const length = this.#glossary.match(text, at);
      if (length > 0) spans.push({ from: at, to: at + length });
      at += length || 1;
    }
    return spans;
  }

  #prose(text: string): Piece[] {
    if (text === '') return [];
    return chinese.test(text) ? pipelineFor(this.#target).convert(unified(text)) : [{ length: text.length, text }];
  }
}

const isIn = (spans: readonly Span[], place: number) => spans.some(({ from, to }) => place >= from && place < to);

const chinese = /[\u3400-\u9fff\uf900-\ufaff「」『』]|[\ud840-\ud8bf]/;
const joined = (pieces: readonly Piece[]) => pieces.map((piece) => piece.text).join('');

/** Headlines, names and standfirsts come back on every list; bodies stay in the page cache. */
const rememberedLength = 300;
const mostRemembered = 20_000;

const pipelines = new Map<Target, Pipeline>();

function pipelineFor(target: Target): Pipeline {
  const known = pipelines.get(target);
  if (known) return known;
  const made = target === 'zh-Hans' ? toSimplified() : toTraditional(target);
  pipelines.set(target, made);
  return made;
}

/** Compatibility ideographs (U+F900…) are other encodings of common characters. */
const unified = (text: string) =>
  /[\uf900-\ufaff]/.test(text) ? text.replace(/[\uf900-\ufaff]/g, (character) => character.normalize('NFC')) : text;

/** OpenCC's own dictionaries of one step of one of its conversions. */
const steps = (name: string): Iterable<[string, string]>[][] =>
  (configs[name]?.conversionChain ?? []).map((step) => step.map((dictionary) => packed(dictionary as string)));

/** Shared by all Traditional targets: 50,000 phrases. */
let simplifiedWords: Lexicon | undefined;

function toTraditional(target: Exclude<Target, 'zh-Hans'>): Pipeline {
  const [words = []] = steps('s2t');
  simplifiedWords ??= new Lexicon(pressPhrases, titledSurnames(), ...words);
  const variants = { 'zh-Hant': 's2tw', 'zh-Hant-TW': 's2twp', 'zh-Hant-HK': 's2hkp' }[target];
  const forms = target === 'zh-Hant' ? [...modernForms, ...sharedForms] : modernForms;
  return new Pipeline(simplifiedWords, [
    simplifiedWords,
    new Lexicon(...(steps(variants)[1] ?? [])),
    new Lexicon(forms),
  ]);
}

function toSimplified(): Pipeline {
  const [taiwan = [], words = []] = steps('tw2s');
  const [hongKong = []] = steps('hk2s');
  const traditionalWords = new Lexicon(simplifiedForms, ...words);
  return new Pipeline(traditionalWords, [new Lexicon(...taiwan, ...hongKong), traditionalWords]);
}
