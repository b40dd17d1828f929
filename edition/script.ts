import type { Inline, Mark } from '../article/body.ts';
import type { Language } from '../article/record.ts';
import { Conversion, type Target } from './script/conversion.ts';
import type { Span } from './script/kept-text.ts';
import { placeIn } from './script/pipeline.ts';
import { scriptOf } from './script/wrong-script.ts';
import { type Edition, editionTag, type Glossary, type Names, type Site } from './site.ts';

/**
 * Chinese script conversion: an article is stored once, in the script it was written in, and an edition shows it in its own.
 * Text of another language, and text that stands in the edition's script already, comes back as it is.
 */
export type Script = {
  /** A text written in `from`. */
  text(text: string, from: Language): string;
  /** A record, card or run of text written in `from`: every word in the edition's script, everything else untouched. */
  show<T>(value: T, from: Language): T;
  /** What is stored without a language (tags, sources): its characters tell the script. */
  showName<T>(value: T): T;
  /** Authors: the same, and a surname is no word of a sentence. */
  showPerson<T>(value: T): T;
  /** The site's own words; those the newsroom wrote in the other script only are derived. */
  site(site: Site): Site;
};

/** How an edition of a site reads. Cheap to ask for: what is needed is made once. */
export function scriptFor(site: Pick<Site, 'glossary' | 'editions'>, edition: Edition): Script {
  const { language } = edition;
  if (language === 'en') return asWritten;
  const other = language === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans';
  const conversion = conversionTo(editionTag(edition) as Target, site.glossary);
  const written = wordsIn(other, conversion);
  const home = site.editions.find((candidate) => candidate.language !== 'en')?.language ?? language;
  const named = onlyIf((text) => (scriptOf(text) ?? home) === other, written);
  return {
    text: (text, from) => (from === other ? conversion.text(text) : text),
    show: (value, from) => (from === other ? visit(value, '', written) : value),
    showName: (value) => visit(value, '', named),
    showPerson: (value) => visit(value, authorsKey, named),
    site: (given) => siteIn(given, (names) => derived(names, language, other, conversion)),
  };
}

const asWritten: Script = {
  text: (text) => text,
  show: (value) => value,
  showName: (value) => value,
  showPerson: (value) => value,
  site: (site) => site,
};

const conversions = new Map<string, Conversion>();
const mostConversions = 16;

function conversionTo(target: Target, glossary: Glossary): Conversion {
  const regional = target === 'zh-Hant-TW' || target === 'zh-Hant-HK' ? glossary['zh-Hant'] : {};
  const terms = { ...regional, ...glossary[target] };
  const key = `${target} ${JSON.stringify(terms)}`;
  const known = conversions.get(key);
  if (known) return known;
  if (conversions.size >= mostConversions) conversions.clear();
  const made = new Conversion(target, terms);
  conversions.set(key, made);
  return made;
}

/** What becomes of the words a visit finds. */
type Words = { text(text: string): string; person(name: string): string; runs(content: Run[]): Run[] };

const wordsIn = (from: Language, conversion: Conversion): Words => ({
  text: (text) => conversion.text(text),
  person: (name) => conversion.personName(name),
  runs: (content) => convertRuns(content, conversion, from),
});

const onlyIf = (isWanted: (text: string) => boolean, words: Words): Words => ({
  text: (text) => (isWanted(text) ? words.text(text) : text),
  person: (name) => (isWanted(name) ? words.person(name) : name),
  runs: words.runs,
});

const authorsKey = 'authors';
/** Keys of records, cards and bodies whose strings are words for readers. Ids, paths, addresses and times are not. */
const wordKeys: ReadonlySet<string> = new Set([
  'headline',
  'kicker',
  'standfirst',
  'name',
  'alt',
  'caption',
  'credit',
  'text',
  'cite',
  'title',
  'description',
  'reason',
  'role',
  'bio',
]);

function visit<T>(value: T, key: string, words: Words): T {
  const inside = (node: unknown, at: string, above: string): unknown => {
    if (typeof node === 'string') {
      if (!wordKeys.has(at)) return node;
      return at === 'name' && above === authorsKey ? words.person(node) : words.text(node);
    }
    if (Array.isArray(node)) return isRuns(node) ? words.runs(node) : node.map((item) => inside(item, at, above));
    if (node === null || typeof node !== 'object') return node;
    return Object.fromEntries(Object.entries(node).map(([name, member]) => [name, inside(member, name, at)]));
  };
  return inside(value, key, '') as T;
}

/** Inline content of a body, or a search snippet: pieces of one text. */
type Run = Inline | { text: string; mark: boolean };

const isRuns = (nodes: unknown[]): nodes is Run[] =>
  nodes.length > 0 &&
  nodes.every((node) => {
    const { type, mark } = node as { type?: unknown; mark?: unknown };
    return type === 'text' || type === 'hardBreak' || typeof mark === 'boolean';
  });

/** Converts pieces of a text as the text they are: a phrase is one phrase, however its characters are marked. */
function convertRuns(content: Run[], conversion: Conversion, from: Language): Run[] {
  const texts = content.map((run) => ('text' in run ? run.text : '\n'));
  const kept: Span[] = [];
  let at = 0;
  for (const [index, text] of texts.entries()) {
    if (marksOf(content[index]).some((mark) => mark.type === 'verbatim')) kept.push({ from: at, to: at + text.length });
    at += text.length;
  }
  const pieces = conversion.pieces(texts.join(''), kept);
  const converted = pieces.map((piece) => piece.text).join('');
  let start = 0;
  let written = 0;
  return content.flatMap((run, index): Run[] => {
    start += (texts[index] as string).length;
    const end = placeIn(pieces, start);
    const text = converted.slice(written, end);
    written = end;
    if (!('text' in run)) return [run];
    const marks = marksOf(run);
    // A word may take less room than the marks on it: what is left with nothing goes.
    if (text === '') return [];
    return [
      { ...run, text, ...(marks.length > 0 && { marks: marks.map((mark) => inLanguage(mark, from, conversion)) }) },
    ];
  });
}

const marksOf = (run: Run | undefined): Mark[] => (run && 'marks' in run && run.marks) || [];

/** What is kept as it was written says in which language that was. */
function inLanguage(mark: Mark, from: Language, conversion: Conversion): Mark {
  if (mark.type === 'verbatim') return { type: 'verbatim', attrs: { lang: mark.attrs.lang ?? from } };
  return mark.type === 'ruby' ? { type: 'ruby', attrs: { text: conversion.text(mark.attrs.text) } } : mark;
}

function siteIn(site: Site, names: (given: Names) => Names): Site {
  const { name, tagline, about, policies, sections } = site;
  return {
    ...site,
    name: names(name),
    tagline: names(tagline),
    about: names(about),
    policies: Object.fromEntries(Object.entries(policies).map(([policy, text]) => [policy, names(text)])),
    sections: sections.map((section) => ({ ...section, names: names(section.names) })),
  };
}

function derived(names: Names, language: Language, other: Language, conversion: Conversion): Names {
  const written = names[other];
  return names[language] || !written ? names : { ...names, [language]: conversion.text(written) };
}
