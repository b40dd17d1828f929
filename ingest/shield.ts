import type { Block, Inline } from '../article/body.ts';
import type { ArticleDraft, Dropped } from '../article/draft.ts';
import { inlineText, plainText } from '../article/text.ts';
import { countScripts } from './language.ts';
import { repairConversion } from './shield-conversion.ts';
import {
  type ArticleVocabulary,
  type Measures,
  measure,
  medianLength,
  segmentsOf,
  vocabularyOf,
} from './shield-measure.ts';

/**
 * Tells injected matter from page furniture by its structure and its distance to the article, never by a list of words:
 * what a farm sells changes every week, that it repeats itself, comes in segments and has nothing to do with the page does not.
 */

export type Suspect = {
  text: string;
  /** One per link, when the text is links; else the line is cut at its separators. */
  segments?: readonly string[];
  /** Share of its links that lead to other hosts, 0 to 1; null when it has none. */
  offSite: number | null;
  /** How many other sites those are. */
  otherSites?: number;
  isHidden: boolean;
  /** Stands where adverts and other stories stand on any page: only another script makes it injected. */
  isExpected?: boolean;
};

/** The rule a block breaks; null when it may be page furniture or text. */
export function spamRule(suspect: Suspect, article: ArticleVocabulary): Dropped['rule'] | null {
  const segments = suspect.segments ?? segmentsOf(suspect.text);
  if (article.pairs.size < 20) return null;
  const couldBeStuffed =
    !suspect.isExpected && segments.length >= 3 && (suspect.isHidden || medianLength(segments) >= 6);
  if (!couldBeStuffed && !isForeign(suspect.segments?.join(' ') ?? suspect.text, article)) return null;
  const measures = measure(segments, article);
  if (isClose(measures)) return null;
  if (isForeignScript(measures)) return measures.segments >= 8 ? 'spam.link-farm' : 'spam.foreign-script';
  if (suspect.isExpected || measures.chinese < 0.6) return null;
  const { isHidden, offSite, otherSites = 0 } = suspect;
  if (isHidden && (offSite ?? 0) > 0.6 && measures.segments >= 3 && (measures.repetition >= 0.12 || otherSites >= 3))
    return 'spam.hidden';
  if (offSite === null && isBare(measures)) return measures.segments >= 8 ? 'spam.link-farm' : 'spam.keywords';
  if (offSite !== null && isFarm(measures)) return 'spam.link-farm';
  if (!isStuffed(measures)) return null;
  if (isHidden) return offSite === null || offSite > 0.3 ? 'spam.hidden' : null;
  if (suspect.offSite === null) return measures.segments >= 8 ? 'spam.link-farm' : 'spam.keywords';
  return suspect.offSite > 0.7 ? 'spam.outbound' : null;
}

function isForeign(text: string, { language }: ArticleVocabulary): boolean {
  const { simplified, traditional } = countScripts(text);
  return language === 'zh-Hant'
    ? simplified >= 4 && traditional === 0
    : language === 'zh-Hans' && traditional >= 4 && simplified === 0;
}

/** It shares words with the article, or reads like sentences. */
const isClose = ({ overlap, sentences }: Measures) => overlap > 0.1 || sentences > 0.25;

/** Enough characters of the other script, and none of this one, cannot be chance. */
const isForeignScript = ({ otherScript, overlap }: Measures) => otherScript >= 4 && overlap < 0.07;

/** Several phrases of the length people search for, that keep repeating the same words. Names of sections and friends are shorter. */
const isStuffed = ({ segments, length, repetition }: Measures) =>
  segments >= 5 && length >= 6 && length <= 24 && repetition >= 0.22;

/** Plain phrases side by side that have nothing at all to do with the article, and no sentence among them. */
const isBare = ({ segments, length, repetition, overlap, sentences, chinese }: Measures) =>
  segments >= 5 &&
  length >= 7 &&
  length <= 24 &&
  overlap <= 0.04 &&
  sentences === 0 &&
  chinese >= 0.85 &&
  repetition >= 0.1;

/** Links within the site that look like a farm's: many, alike, and none about anything the article mentions. */
const isFarm = ({ segments, length, repetition, overlap, sentences, chinese }: Measures) =>
  segments >= 8 &&
  length >= 7 &&
  length <= 18 &&
  overlap <= 0.04 &&
  sentences <= 0.02 &&
  chinese >= 0.85 &&
  repetition >= 0.3;

/** A title stuffed with keywords: segments that share nothing with the article, and repeat each other or leave no room for it. */
export function isStuffedTitle(title: string, article: ArticleVocabulary): boolean {
  if (article.pairs.size < 20) return false;
  const segments = segmentsOf(title);
  const strange = segments.filter((segment) => measure([segment], article).overlap <= 0.25);
  const measures = measure(strange, article);
  const isNothingElse =
    strange.length === segments.length && strange.length >= 4 && measures.length >= 5 && measures.overlap <= 0.05;
  return (
    strange.length >= 3 &&
    measures.length >= 4 &&
    measures.chinese >= 0.6 &&
    (isForeignScript(measures) || isNothingElse || measures.repetition >= 0.2)
  );
}

/** Takes injected lines and conversion damage out of a draft that was read already; everything taken is listed in `dropped`. */
export function shieldDraft(draft: ArticleDraft): ArticleDraft {
  const dropped = [...draft.dropped];
  const repaired = repairConversion(draft, dropped);
  const content = repaired.body.content.filter((block, index) => {
    const rule = injectedRule(block, repaired, index);
    if (rule)
      dropped.push({
        text: inlineText('content' in block ? (block.content as Inline[]) : []),
        rule,
        where: `body.content[${index}]`,
      });
    return rule === null;
  });
  return { ...repaired, dropped, body: { type: 'doc', content: content.length > 0 ? content : repaired.body.content } };
}

/** A paragraph is compared with all the other ones: what it says itself must not vouch for it. */
function injectedRule(block: Block, draft: ArticleDraft, index: number): Dropped['rule'] | null {
  if (block.type !== 'paragraph' && block.type !== 'heading') return null;
  const text = inlineText(block.content);
  if (text.length < 8 || text.length > 4_000 || /。/.test(text)) return null;
  if (segmentsOf(text).length < 4 && !isForeign(text, { pairs: new Set(), language: draft.language })) return null;
  const others = draft.body.content.filter((_, at) => at !== index);
  const article = vocabularyOf(`${draft.headline}\n${plainText({ type: 'doc', content: others })}`, draft.language);
  return spamRule({ text, offSite: null, isHidden: false }, article);
}
