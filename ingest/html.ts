import { type ArticleDraft, type Dropped, ImportError, type ImportHints } from '../article/draft.ts';
import { plainText } from '../article/text.ts';
import { findScope, type Scope } from './body-scope.ts';
import { reporterIn, signatureIn } from './byline.ts';
import { blankDraft, withinLimits } from './draft-limits.ts';
import { piecesOf } from './html-blocks.ts';
import { readDateline } from './html-dateline.ts';
import { findHeadline, type Headline } from './html-headline.ts';
import { leftOut } from './html-left-out.ts';
import { shapeBody } from './html-shape.ts';
import { type Trimmed, trimPieces } from './html-trim.ts';
import { languageOf } from './language.ts';
import { breadcrumbWords, furnitureLine, tagWords } from './line-rules.ts';
import { elementsOf, isWithin, namesOf, type Page, type PageElement, parsePage, rawText } from './page.ts';
import { metaValue, type PageFacts, readFacts, resolveAddress } from './page-facts.ts';
import { linesOf, type PageLine, units } from './page-lines.ts';
import { shieldDraft } from './shield.ts';
import { isStuffedTitle, isSuspicious, lineRule, runRule } from './shield-lists.ts';
import { type ArticleVocabulary, vocabularyOf } from './shield-measure.ts';
import { segmentLine } from './shield-segments.ts';
import { bareWords, oneLine } from './wording.ts';

/**
 * Reads a news page. Everything on it that is not the article is listed in `dropped`, with the rule that says why.
 * @throws ImportError `no-article` for a page without one: a section front, a gallery without words, an error page
 */
export function readHtml(html: string, hints: ImportHints): ArticleDraft {
  const page = parsePage(html, hints.name);
  const facts = readFacts(page);
  const scope = findScope(page);
  const prose = vocabularyOfScope(scope, facts);
  const headline = findHeadline(page.root, withoutStuffing(facts, prose), scope.element, prose);
  if (!headline)
    throw new ImportError('no-article', `${hints.name} holds no article: the page has no heading and no title`);
  const context = {
    resolve: (address: string) => resolveAddress(address, facts.base),
    isRemoved: (element: PageElement) => scope.removed.has(element),
  };
  const trimmed = trimPieces(piecesOf(scope.element, context), headline.text);
  const content = shapeBody(trimmed.pieces);
  const words = plainText({ type: 'doc', content });
  refuseWithoutArticle(words, scope, hints.name);
  const article = vocabularyOf(`${headline.text}\n${words}`, prose.language, hints.known);
  const near = linesNear(headline, scope);
  const dateline = readDateline(near, facts, page.root, hints.timeZone);
  const draft: ArticleDraft = {
    ...blankDraft(),
    ...dateline,
    headline: headline.text,
    language: languageOf(`${headline.text}\n${words}`, facts.language),
    section: { path: null, breadcrumb: breadcrumbOf(page, facts, scope), isDeclared: false },
    authors: [dateline.authors, trimmed.authors, signedBy(words)].find((names) => names.length > 0) ?? [],
    source: dateline.source ?? (trimmed.source ? { name: trimmed.source, url: null } : null),
    tags: tagsOf(page, facts, trimmed, `${headline.text}\n${words}`),
    standfirst: standfirstOf(near, words),
    body: { type: 'doc', content },
    address: facts.address,
    dropped: [
      ...leftOut(page, facts, scope, headline, article),
      ...trimmed.dropped.map((entry) => judgedList(entry, article)),
    ],
  };
  return withinLimits(shieldDraft(draft, hints.known));
}

/** What the body's element is about, before headline and furniture are known. */
function vocabularyOfScope(scope: Scope, facts: PageFacts): ArticleVocabulary {
  const text = scope.lines
    .filter(({ element, text: line }) => isWithin(element, scope.element) && !isSuspicious(line, segmentLine(line)))
    .map((line) => line.text)
    .join('\n');
  return vocabularyOf(text, languageOf(text, facts.language));
}

/** A list taken off the text because it leads elsewhere may be a farm all the same. */
function judgedList(entry: Dropped, article: ArticleVocabulary): Dropped {
  const rule = entry.text.includes('\n')
    ? runRule(entry.text.split('\n'), article)
    : lineRule(segmentLine(entry.text), article, false);
  return rule ? { ...entry, rule } : entry;
}

/** A title that was rewritten for search engines says nothing about the headline. */
function withoutStuffing(facts: PageFacts, article: ArticleVocabulary): PageFacts {
  const meta = new Map(
    [...facts.meta].filter(([name, value]) => !/title$/.test(name) || !isStuffedTitle(value, article)),
  );
  return { ...facts, meta, title: isStuffedTitle(facts.title, article) ? '' : facts.title };
}

/** Prose a page must have to be an article, in reading units. A brief has some forty characters. */
const leastProse = 24;

function refuseWithoutArticle(words: string, scope: Scope, name: string): void {
  const lines = words.split('\n').filter((line) => /[。！？.!?，,]/.test(line));
  const prose = lines.reduce((sum, line) => sum + units(line), 0);
  if (prose >= leastProse) return;
  const found = Math.round(scope.pageProse);
  throw new ImportError(
    'no-article',
    `${name} holds no article: ${found < leastProse ? 'the page has no running text' : 'its text is lists of links, not an article'}`,
  );
}

/** Lines from a little before the headline up to the first paragraph, and the first lines of the body: where datelines stand. */
function linesNear(headline: Headline, scope: Scope): PageLine[] {
  const lines = scope.lines.filter(({ element }) => !isInside(element, /^(?:nav|footer)$/));
  const words = bareWords(headline.text);
  const at = headline.element
    ? lines.findIndex(
        ({ element }) =>
          element === headline.element ||
          isWithin(element, headline.element as PageElement) ||
          isWithin(headline.element as PageElement, element),
      )
    : lines.findIndex(({ text }) => bareWords(text) === words);
  const bodyAt = lines.findIndex(
    ({ element, text }) => isWithin(element, scope.element) && units(text) >= 30 && /[。，.,]/.test(text),
  );
  const start = at >= 0 ? at : Math.max(0, bodyAt - 12);
  const end = bodyAt >= start ? bodyAt : start + 12;
  const after = lines.slice(start, Math.min(end, start + 40));
  const before = lines.slice(Math.max(0, start - 4), start).filter(({ text }) => text.length <= 80);
  // Some templates put the dateline below the text.
  const last = lines.findLastIndex(({ element, text }) => isWithin(element, scope.element) && units(text) >= 20);
  return [...after, ...before, ...lines.slice(last + 1, last + 6)];
}

function isInside(element: PageElement, tags: RegExp): boolean {
  for (let at: PageElement | null = element; at; at = at.parent) if (tags.test(at.tag)) return true;
  return false;
}

const crumbNames = /bread|crumb|curpos|location|position|weizhi|\bpath\b|where/;

function breadcrumbOf(page: Page, facts: PageFacts, scope: Scope): string[] {
  for (const element of elementsOf(page.root)) {
    if (element.order > scope.element.order + 200) break;
    if (
      !crumbNames.test(namesOf(element)) &&
      !/breadcrumb/i.test(`${element.attributes.itemtype ?? ''}${element.attributes['aria-label'] ?? ''}`)
    )
      continue;
    const text = oneLine(
      linesOf(element, () => false)
        .map((line) => line.text)
        .join(' > '),
    );
    const words = text.length <= 200 && /[>›»＞→]/.test(text) ? breadcrumbWords(text) : [];
    if (words.length > 0 && words.every((word) => units(word) <= 12)) return words;
  }
  const line = scope.lines.find(
    ({ text, element }) => furnitureLine(text) === 'boilerplate.breadcrumb' && !isInside(element, /^footer$/),
  );
  if (line) return breadcrumbWords(line.text);
  const declared = facts.linked?.section ?? metaValue(facts, 'article:section', 'og:category', 'category', 'channel');
  return declared && declared.length <= 40 ? [declared] : [];
}

/** Tags shown on the page; else the keywords it claims, as far as the article really has those words. */
function tagsOf(page: Page, facts: PageFacts, trimmed: Trimmed, words: string): string[] {
  if (trimmed.tags.length > 0) return trimmed.tags;
  const shown: string[] = [];
  for (const element of elementsOf(page.root, ({ tag }) => tag !== 'head'))
    if (
      element.tag === 'a' &&
      (/\btag\b/.test(element.attributes.rel ?? '') || /\/tags?\/|[?&]tag=/.test(element.attributes.href ?? ''))
    )
      shown.push(oneLine(rawText(element)).replace(/^#/, ''));
  const fitting = shown.filter((tag) => tag.length >= 2 && tag.length <= 20 && words.includes(tag));
  if (fitting.length > 0) return [...new Set(fitting)].slice(0, 12);
  const claimed = facts.linked?.keywords.length
    ? facts.linked.keywords
    : tagWords(metaValue(facts, 'keywords', 'news_keywords', 'article:tag') ?? '');
  return [...new Set(claimed.map(oneLine))]
    .filter((tag) => tag.length >= 2 && tag.length <= 16 && words.includes(tag))
    .slice(0, 8);
}

/** Names the text itself is signed with: a line of its own at either end, or `（记者 某某）` in its first or last paragraph. */
function signedBy(words: string): string[] {
  const lines = words.split('\n');
  for (const line of [...lines.slice(0, 3), ...lines.slice(-2)]) {
    const names = signatureIn(line);
    if (names.length > 0) return names;
  }
  return (
    [lines[0], lines[1], lines.at(-1)].map((line) => reporterIn(line ?? '')).find((names) => names.length > 0) ?? []
  );
}

const standfirstLabel = /^[【[]?(?:摘要|导读|導讀|导语|核心提示|内容摘要|提要|编者按|內容提要)[】\]]?\s*[:：]?\s*/;

/** A summary the page sets apart above the text. */
function standfirstOf(near: readonly PageLine[], words: string): string | null {
  for (const { text } of near)
    if (standfirstLabel.test(text) && units(text) >= 15 && !words.includes(text))
      return text.replace(standfirstLabel, '');
  return null;
}
