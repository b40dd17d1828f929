import type { Block } from '../article/body.ts';
import { type ArticleDraft, type Dropped, ImportError, type ImportHints } from '../article/draft.ts';
import { authorsIn, reporterIn, signatureIn, sourceAfter, sourceIn } from './byline.ts';
import { blankDraft, withinLimits } from './draft-limits.ts';
import { isDatelineText } from './html-trim.ts';
import { languageOf } from './language.ts';
import { breadcrumbWords, closingLine, furnitureLine, isRelatedHead, tagWords } from './line-rules.ts';
import { units } from './page-lines.ts';
import { inlineOf } from './runs.ts';
import { shieldDraft } from './shield.ts';
import { isStuffedTitle, isSuspicious, lineRule } from './shield-lists.ts';
import { type ArticleVocabulary, pairsOf, vocabularyOf } from './shield-measure.ts';
import { type BesideLine, injectedLines } from './shield-page.ts';
import { segmentLine } from './shield-segments.ts';
import { findBody, type TextBody } from './text-body.ts';
import { type TextLine, textLines } from './text-lines.ts';
import { momentIn } from './written-dates.ts';

/**
 * Reads plain text: an article as a file (headline, blank line, paragraphs), or the dump of a whole page with its
 * breadcrumb, dateline, credits and whatever stood around. @throws ImportError `no-article` when no paragraph is found
 */
export function readText(text: string, hints: ImportHints): ArticleDraft {
  const lines = textLines(text);
  const body = findBody(lines);
  if (!body)
    throw new ImportError('no-article', `${hints.name} holds no article: there is no paragraph of running text`);
  const paragraphs = lines.slice(body.start, body.end);
  const words = paragraphs
    .filter(({ text: line }) => !isSuspicious(line, segmentLine(line)))
    .map((line) => line.text)
    .join('\n');
  const language = languageOf(words);
  const article = { ...vocabularyOf(words, language, hints.known), site: siteWords(lines) };
  const headline = findHeadline(lines, body, article);
  if (!headline)
    throw new ImportError('no-article', `${hints.name} holds no article: no line above the text reads like a headline`);
  const read = new TextDraft(language, headline.text, article);
  const before = lines.slice(0, body.start).filter((line) => line !== headline);
  const after = lines.slice(body.end);
  const beside = [...before, ...after].map(
    (line, index): BesideLine => ({ text: line.text, isAtTop: index < before.length }),
  );
  const rules = injectedLines(beside, article);
  for (const [index, line] of before.entries()) read.around(line, rules[index] ?? null, hints);
  for (const line of paragraphs) if (line !== headline) read.within(line);
  for (const [index, line] of after.entries()) read.around(line, rules[before.length + index] ?? null, hints);
  return withinLimits(shieldDraft(read.finish(hints.name), hints.known));
}

/** The names a site gives itself where it claims its rights, which hijackers leave as they are. */
const siteWords = (lines: readonly TextLine[]): Set<string> =>
  new Set(
    lines
      .filter(({ text }) => text.length <= 200 && /©|copyright|版权所有|版權所有|[备備]案|ICP/i.test(text))
      .flatMap(({ text }) => pairsOf(text)),
  );

/** The headline stands above the text, nearest to the dateline or to the text, and speaks of the same things. */
function findHeadline(lines: TextLine[], body: TextBody, article: ArticleVocabulary): TextLine | null {
  const repeated = body.headline === null ? undefined : lines[body.headline];
  if (repeated && isTitle(repeated.text, article)) return repeated;
  const above = lines.slice(0, body.dateline ?? body.start).filter((line) => isTitle(line.text, article));
  const near = above.slice(-4).reverse();
  const best =
    near.find(({ text }) => shared(text, article) >= 0.5) ??
    near.toSorted((a, b) => shared(b.text, article) - shared(a.text, article))[0];
  if (best) return best;
  const first = lines[body.start];
  // A text that starts at once: its first line is the headline when it is as short as one.
  return first && units(first.text) <= 60 && !/。$/.test(first.text) ? first : null;
}

const isTitle = (text: string, article: ArticleVocabulary) =>
  text.length <= 300 &&
  furnitureLine(text) === null &&
  !isStuffedTitle(text, article) &&
  !isDatelineText(text) &&
  !isRelatedHead(text) &&
  units(text) >= 2;

function shared(text: string, article: ArticleVocabulary): number {
  const own = new Set(pairsOf(text));
  let count = 0;
  for (const pair of own) if (article.pairs.has(pair)) count++;
  return own.size === 0 ? 0 : count / own.size;
}

/** Collects what the lines of a text say. */
class TextDraft {
  readonly #draft: ArticleDraft = blankDraft();
  readonly #content: Block[] = [];
  readonly #article: ArticleVocabulary;

  constructor(language: ArticleDraft['language'], headline: string, article: ArticleVocabulary) {
    this.#draft.language = language;
    this.#draft.headline = headline;
    this.#article = article;
  }

  /** A line above or below the text: breadcrumb, dateline, tags, or nothing of the article. */
  around(line: TextLine, spam: Dropped['rule'] | null, { timeZone }: ImportHints): void {
    const { text } = line;
    const draft = this.#draft;
    if (spam) {
      this.#drop(line, spam);
      return;
    }
    const rule = closingLine(text);
    if (rule === 'boilerplate.breadcrumb')
      draft.section = { path: null, breadcrumb: breadcrumbWords(text), isDeclared: false };
    if (rule === 'boilerplate.tags') draft.tags = tagWords(text);
    if (isDatelineText(text) && draft.publishedAt === null) {
      const moment = momentIn(text, timeZone);
      const source = sourceIn(text) ?? (moment && sourceAfter(text, moment));
      draft.publishedAt = moment?.instant ?? null;
      if (source) draft.source = { name: source, url: null };
      if (draft.authors.length === 0) draft.authors = authorsIn(text);
      this.#drop(line, 'boilerplate.dateline');
      return;
    }
    const source = sourceIn(text);
    if (source && !draft.source && text.length <= 80) draft.source = { name: source, url: null };
    if (draft.authors.length === 0 && text.length <= 60)
      draft.authors = authorsIn(text).length > 0 ? authorsIn(text) : signatureIn(text);
    this.#drop(line, rule ?? (isRelatedHead(text) ? 'boilerplate.related' : 'boilerplate.outside'));
  }

  /** A line of the text itself. */
  within(line: TextLine): void {
    const { text } = line;
    const signed = signatureIn(text);
    const rule =
      this.#spam(text) ??
      furnitureLine(text) ??
      (isOrphanCaption(text) ? 'boilerplate.caption' : null) ??
      (signed.length > 0 ? 'boilerplate.author' : null);
    if (signed.length > 0 && this.#draft.authors.length === 0) this.#draft.authors = signed;
    if (rule) {
      if (rule === 'boilerplate.source' && !this.#draft.source) this.#setSource(text);
      if (rule === 'boilerplate.caption') this.#takeStandfirst();
      this.#drop(line, rule);
      return;
    }
    const content = inlineOf([{ text, style: {} }]);
    if (content.length > 0)
      this.#content.push(
        line.isSubhead ? { type: 'heading', attrs: { level: 2 }, content } : { type: 'paragraph', content },
      );
  }

  finish(name: string): ArticleDraft {
    const last = this.#content.at(-1);
    if (last?.type === 'heading') this.#content.pop();
    if (this.#content.length === 0)
      throw new ImportError('no-article', `${name} holds no article: there is no text below the headline`);
    if (this.#draft.authors.length === 0) this.#draft.authors = this.#reporters();
    return { ...this.#draft, body: { type: 'doc', content: this.#content } };
  }

  /** Where a page put its picture between the first paragraph and the rest, the first paragraph is the lead. */
  #takeStandfirst(): void {
    const [first, ...more] = this.#content;
    if (this.#draft.standfirst !== null || more.length > 0 || first?.type !== 'paragraph') return;
    const [text] = first.content ?? [];
    if (text?.type !== 'text' || units(text.text) < 30) return;
    this.#draft.standfirst = text.text;
    this.#content.pop();
  }

  #reporters(): string[] {
    const texts = [this.#content[0], this.#content.at(-1)].map((block) => {
      const [node] = block && 'content' in block ? (block.content as { text?: string }[]) : [];
      return node?.text ?? '';
    });
    return texts.map(reporterIn).find((names) => names.length > 0) ?? [];
  }

  #setSource(text: string): void {
    const name = sourceIn(text);
    if (name) this.#draft.source = { name, url: null };
  }

  /** In the text a line is only taken when it is printed as no writer does; the rest is for the finished draft. */
  #spam(text: string): Dropped['rule'] | null {
    return lineRule(segmentLine(text), this.#article, true);
  }

  #drop({ text, number }: TextLine, rule: Dropped['rule']): void {
    this.#draft.dropped.push({ text: text.slice(0, 64_000), rule, where: `line ${number}` });
  }
}

/** What stays of a picture when a page is saved as text. */
const isOrphanCaption = (text: string) =>
  text.length <= 40 &&
  /^[（(【[]?(?:资料图片?|資料圖片?|资料照片|資料照片|配图|配圖|图片|圖片|图|圖)(?:[:：][^。]{0,24})?[）)】\]]?$/.test(
    text,
  );
