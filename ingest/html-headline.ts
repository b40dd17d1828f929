import { elementsOf, isElement, namesOf, type PageElement } from './page.ts';
import { metaValue, type PageFacts } from './page-facts.ts';
import { type ArticleVocabulary, measure } from './shield-measure.ts';
import { bareWords, oneLine } from './wording.ts';

export type Headline = { text: string; element: PageElement | null };

/**
 * The headline as the page shows it: the heading that says what the title, og:title or JSON-LD say too; else the main heading;
 * else the title without the site's name.
 */
export function findHeadline(
  root: PageElement,
  facts: PageFacts,
  scope: PageElement,
  article: ArticleVocabulary,
): Headline | null {
  const claims = [
    facts.linked?.headline,
    metaValue(facts, 'og:title', 'twitter:title', 'articletitle', 'title', 'dc.title'),
  ].filter((claim): claim is string => Boolean(claim));
  const headings = headingCandidates(root);
  const shown = agreed(headings, [facts.title, ...claims], scope) ?? mainHeading(headings, facts, scope, article);
  if (shown) return shown;
  const claim =
    claims.find((text) => bareWords(facts.title).includes(bareWords(text))) ??
    (withoutSite(facts.title, facts.siteName) || claims[0]);
  return claim ? { text: withoutSite(claim, facts.siteName), element: null } : null;
}

type Heading = Headline & { element: PageElement; rank: number };

const titleName = /(?:^|[-_\s])(?:\w*(?:title|headline|biaoti|bt\d?)|tit|h1|topic\w*)(?:$|[-_\s\d])/;

/** Headings, and short elements the template calls a title. */
function headingCandidates(root: PageElement): Heading[] {
  const found: Heading[] = [];
  for (const element of elementsOf(root, ({ tag }) => tag !== 'head' && tag !== 'footer')) {
    const rank = /^h[1-4]$/.test(element.tag)
      ? Number(element.tag[1])
      : element.tag !== 'a' && element.tag !== 'li' && isTitled(element)
        ? 3
        : 0;
    if (rank === 0 || found.length > 200) continue;
    const text = oneLine(ownText(element));
    if (text.length >= 2 && text.length <= 300) found.push({ text, element, rank });
  }
  return found;
}

const isTitled = (element: PageElement) =>
  (element.attributes.itemprop === 'headline' || titleName.test(namesOf(element))) &&
  element.children.filter(isElement).length <= 6;

/** Text without controls and small print inside the heading. */
function ownText(element: PageElement): string {
  return element.children
    .map((child) =>
      isElement(child) &&
      (/^(?:button|small|time|select|script)$/.test(child.tag) || /share|date|source|edit/.test(namesOf(child)))
        ? ' '
        : isElement(child)
          ? child.tag === 'br'
            ? ' '
            : ownText(child)
          : child.text,
    )
    .join('');
}

/** The heading that the page's own claims repeat: contained in one, the longest, the earliest. Never one inside the body. */
function agreed(headings: Heading[], claims: string[], scope: PageElement): Heading | null {
  const said = claims.map(bareWords).filter((claim) => claim.length > 0);
  let best: Heading | null = null;
  let bestScore = 0;
  for (const heading of headings) {
    const words = bareWords(heading.text);
    if (words.length < 4) continue;
    const share = Math.max(0, ...said.map((claim) => agreement(claim, words)));
    if (share < 0.3) continue;
    // A related item may repeat the start of the title; the page's own heading comes first and is larger.
    const score =
      share +
      (5 - heading.rank) * 0.08 +
      (heading.element.order <= scope.order ? 0.2 : 0) +
      Math.min(words.length, 40) / 200;
    if (score > bestScore) {
      bestScore = score;
      best = heading;
    }
  }
  return best;
}

/** How far a heading says what a title says: the share of the longer text both begin with or that one holds of the other. */
function agreement(claim: string, words: string): number {
  if (claim.includes(words)) return (claim.startsWith(words) ? 0.6 : 0.5) + (0.4 * words.length) / claim.length;
  if (words.includes(claim) && claim.length >= 6) return 0.8;
  let common = 0;
  while (common < claim.length && claim[common] === words[common]) common++;
  return common >= 8 && common >= words.length * 0.5 ? common / words.length : 0;
}

/** Without claims: the heading before the body that speaks of what the body speaks of, larger and nearer ones first. */
function mainHeading(
  headings: Heading[],
  facts: PageFacts,
  scope: PageElement,
  article: ArticleVocabulary,
): Heading | null {
  const site = bareWords(facts.siteName ?? '');
  let best: Heading | null = null;
  let bestScore = 0;
  for (const heading of headings) {
    const words = bareWords(heading.text);
    if (words.length < 4 || words === site || heading.element.order > scope.order + 60) continue;
    const overlap = article.pairs.size < 20 ? 0.4 : measure([heading.text], article).overlap;
    const score =
      overlap +
      (heading.rank === 1 ? 0.3 : heading.rank === 2 ? 0.1 : 0) +
      (heading.element.order <= scope.order ? 0.2 : 0);
    if (overlap >= (heading.rank === 1 ? 0.05 : 0.2) && score >= bestScore) {
      bestScore = score;
      best = heading;
    }
  }
  return best;
}

const separators = /\s*(?:[_|｜丨]+|[-–—]{2,}|\s[-–—·•«»]\s|(?<=\p{Script=Han})[-–—](?=\p{Script=Han}))\s*/u;

/** A page title without the names of site and section behind, or before, the separators. */
export function withoutSite(title: string, siteName: string | null): string {
  const parts = title
    .split(separators)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length < 2) return title.trim();
  const site = bareWords(siteName ?? '');
  const first = parts[0] ?? title;
  const isName = (part: string) =>
    (site !== '' && bareWords(part) === site) ||
    /^(?:首页|新闻|资讯|.{2,8}(?:网|網|频道|日报|晚报|新闻|在线|之家))$/.test(part);
  if (isName(first) && parts[1]) return parts[1];
  // A separator inside the headline: the longest part is the headline when the first is only a kicker.
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a));
  return first.length >= 8 || longest === first
    ? first
    : title.slice(0, title.indexOf(longest) + longest.length).trim();
}
