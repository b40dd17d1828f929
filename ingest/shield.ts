import type { Block } from '../article/body.ts';
import type { ArticleDraft, Dropped } from '../article/draft.ts';
import { plainText } from '../article/text.ts';
import { countScripts } from './language.ts';
import { hasConcealedMarks, lookalikesIn } from './lookalikes.ts';
import { repairConversion } from './shield-conversion.ts';
import { isComparable, isForeignScript, isStuffedTitle, lineRule, runRule } from './shield-lists.ts';
import { type ArticleVocabulary, grammarIn, measure, PartedWords, vocabularyOf } from './shield-measure.ts';
import { segmentLine } from './shield-segments.ts';

/**
 * Tells injected matter from page furniture by its structure and its distance to the article, never by a list of words:
 * what a farm sells changes every week, that it repeats itself, comes in segments and has nothing to do with the page does not.
 */

export type Suspect = {
  /** The line, when it is text; the words of its links, when it is links. */
  text: string;
  links?: readonly string[];
  /** Share of its links that lead to other hosts, 0 to 1; null when it has none. */
  offSite: number | null;
  /** How many other sites those are. */
  otherSites?: number;
  isHidden: boolean;
  /** Stands where adverts and other stories stand on any page: only another script makes it injected. */
  isExpected?: boolean;
};

/** The rule a block of a page breaks; null when it may be page furniture or text. */
export function spamRule(suspect: Suspect, article: ArticleVocabulary): Dropped['rule'] | null {
  const { text, links, isHidden, isExpected, offSite, otherSites = 0 } = suspect;
  if (!isComparable(article)) return null;
  const segmented = segmentLine(text);
  // One cheap look: nearly every line of a page is neither a list nor in another script.
  const isList = (links?.length ?? 0) >= 3 || segmented.segments.length >= 3;
  if (!isList && !isForeign(text, article.language)) return null;
  const phrases = links && links.length >= 3 ? links : segmented.segments;
  const measures = measure(phrases, article);
  if (isForeignScript(measures)) return measures.segments >= 8 ? 'spam.link-farm' : 'spam.foreign-script';
  // Adverts and other stories repeat each other by right; only what is plainly printed by a script is more than that.
  if (isExpected)
    return measures.segments >= 6 && measures.repetition >= 0.3 ? lineRule(segmented, article, false) : null;
  if (isHidden && measures.segments >= 6 && (offSite ?? 0) > 0.6 && otherSites >= 3) return 'spam.hidden';
  if (
    isHidden &&
    measures.segments >= 3 &&
    (offSite ?? 0) > 0.6 &&
    measures.overlap <= 0.1 &&
    measures.sentences <= 0.25 &&
    measures.chinese >= 0.6 &&
    (measures.repetition >= 0.12 || otherSites >= 3)
  )
    return 'spam.hidden';
  const rule = (links ? runRule(phrases, article) : null) ?? lineRule(segmented, article, false);
  if (!rule) return null;
  if (isHidden) return 'spam.hidden';
  return (offSite ?? 0) > 0.7 ? 'spam.outbound' : rule;
}

/**
 * Takes injected lines and conversion damage out of a draft that was read already; everything taken is listed in `dropped`.
 * What cannot be decided by taking a line out is held for an editor. `known` are the words the newsroom's articles are made of.
 */
export function shieldDraft(draft: ArticleDraft, known?: ReadonlySet<string>): ArticleDraft {
  const dropped = [...draft.dropped];
  const repaired = repairConversion(draft, dropped);
  const suspects = suspiciousBlocks(repaired, known);
  const taken = repaired.body.content.filter((_, index) => suspects.has(index));
  for (const [index, rule] of suspects)
    dropped.push({ text: wordsOf(repaired.body.content[index] as Block), rule, where: `body.content[${index}]` });
  const kept = repaired.body.content.filter((_, index) => !suspects.has(index));
  const body = { type: 'doc' as const, content: kept.length > 0 ? kept : repaired.body.content };
  const { warnings, held } = doubtsAbout(repaired, plainText(body), taken.map(wordsOf).join(''), known);
  return { ...repaired, dropped, body, warnings: [...draft.warnings, ...warnings], held: [...draft.held, ...held] };
}

/** The same for an article that is the newsroom's own: nothing is taken out, but an editor has to look at it. */
export function doubtOwn(draft: ArticleDraft, known?: ReadonlySet<string>): ArticleDraft {
  const suspects = [...suspiciousBlocks(draft, known)].map(
    ([index, rule]) => `body.content[${index}] looks injected (${rule})`,
  );
  const { warnings, held } = doubtsAbout(draft, plainText(draft.body), '', known);
  return { ...draft, warnings: [...draft.warnings, ...warnings], held: [...draft.held, ...suspects, ...held] };
}

/** Share of an article's text that may be taken out before somebody should look at what is left. */
const mostTaken = 0.3;

function doubtsAbout(
  draft: ArticleDraft,
  text: string,
  taken: string,
  known?: ReadonlySet<string>,
): Pick<ArticleDraft, 'warnings' | 'held'> {
  const held: string[] = [];
  const warnings: string[] = [];
  if (taken.length > mostTaken * (taken.length + text.length))
    held.push(
      `${Math.round((100 * taken.length) / (taken.length + text.length))} % of its text was taken out as injected`,
    );
  if (isStuffedTitle(draft.headline, vocabularyOf(text, draft.language, known)))
    held.push('its headline is a string of keywords that the text has nothing to do with');
  for (const [field, line] of [
    ['headline', draft.headline],
    ['source', draft.source?.name ?? ''],
    ...draft.authors.map((name) => ['author', name]),
  ] as const) {
    const odd = lookalikesIn(line, text);
    if (odd) held.push(`${field}: ${odd}`);
  }
  if (hasConcealedMarks(draft.headline)) warnings.push('headline: marks that turn or hide text were taken out');
  return { warnings, held };
}

const longestSuspect = 4_000;

/** Injected blocks and their rules, by index. */
function suspiciousBlocks(draft: ArticleDraft, known?: ReadonlySet<string>): Map<number, Dropped['rule']> {
  const found = new Map<number, Dropped['rule']>();
  const { content } = draft.body;
  const texts = content.map(wordsOf);
  let words: PartedWords | null = null;
  for (const [index, block] of content.entries()) {
    const text = texts[index] as string;
    if (text.length < 8 || text.length > longestSuspect) continue;
    const isLine = block.type === 'paragraph' || block.type === 'heading';
    const isOdd = isLine ? couldBeInjected(text, draft.language) : text.split('\n').length >= 3;
    if (!isOdd) continue;
    words ??= new PartedWords([...texts, draft.headline]);
    const article = { pairs: words.without(index), language: draft.language, ...(known && { known }) };
    const segmented = segmentLine(text.replace(/[。！!]/g, '，'));
    const rule = isLine
      ? (lineRule(segmented, article, true) ?? foreignRule(text, article))
      : runRule(text.split('\n'), article);
    if (rule) found.set(index, rule);
  }
  return found;
}

/** One cheap look: most paragraphs are held together by particles, and all in one script. */
function couldBeInjected(text: string, language: ArticleDraft['language']): boolean {
  if (isForeign(text, language)) return true;
  if (!/[|｜丨_,，、;；\s]/.test(text) || (grammarIn(text) > 0.045 && !/[|｜丨_]/.test(text))) return false;
  return segmentLine(text.replace(/[。！!]/g, '，')).segments.length >= 4;
}

const wordsOf = (block: Block): string =>
  block.type === 'figure' ? '' : plainText({ type: 'doc', content: [block] }).replace(/\t/g, '\n');

function foreignRule(text: string, article: ArticleVocabulary): Dropped['rule'] | null {
  if (/。/.test(text) || !isComparable(article)) return null;
  return isForeignScript(measure(segmentLine(text).segments, article)) ? 'spam.foreign-script' : null;
}

function isForeign(text: string, language: ArticleDraft['language']): boolean {
  const { simplified, traditional } = countScripts(text);
  return language === 'zh-Hant'
    ? simplified >= 4 && traditional === 0
    : language === 'zh-Hans' && traditional >= 4 && simplified === 0;
}
