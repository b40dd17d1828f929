import type { Dropped } from '../article/draft.ts';
import { linesWithout, type Scope } from './body-scope.ts';
import type { Headline } from './html-headline.ts';
import { furnitureLine } from './line-rules.ts';
import { isWithin, type Page, type PageElement, pathOf } from './page.ts';
import type { PageFacts } from './page-facts.ts';
import { isBlock, linesOf, type PageLine } from './page-lines.ts';
import { type Suspect, spamRule } from './shield.ts';
import { isStuffedTitle } from './shield-lists.ts';
import type { ArticleVocabulary } from './shield-measure.ts';

/** Everything a page showed, hid or claimed beside its article, and why each was left out: injected matter by the shield's rules. */
export function leftOut(
  page: Page,
  facts: PageFacts,
  scope: Scope,
  headline: Headline,
  article: ArticleVocabulary,
): Dropped[] {
  const dropped = claimsDropped(facts, article);
  const site = siteTest(scope.lines, facts);
  for (const [element, rule] of scope.removed) {
    const lines = isBlock(element)
      ? scope.lines.filter((line) => isWithin(line.element, element))
      : linesOf(element, () => false);
    dropped.push(
      ...judged(
        lines,
        { isHidden: rule === 'boilerplate.hidden', isExpected: expected.has(rule) },
        article,
        site,
        () => rule,
      ),
    );
  }
  const outside = linesWithout(page, scope.lines, scope.removed).filter(
    ({ element }) => !isWithin(element, scope.element) && !(headline.element && isWithin(element, headline.element)),
  );
  for (const group of grouped(outside))
    dropped.push(
      ...judged(
        group,
        { isHidden: false },
        article,
        site,
        ({ text, linked }) =>
          furnitureLine(text) ?? (linked > text.length / 2 ? 'boilerplate.links' : 'boilerplate.outside'),
      ),
    );
  return dropped;
}

const expected = new Set<Dropped['rule']>([
  'boilerplate.advert',
  'boilerplate.related',
  'boilerplate.comments',
  'boilerplate.aside',
]);

/** Title, keywords and description that a search engine was meant to see instead of the article. */
function claimsDropped(facts: PageFacts, article: ArticleVocabulary): Dropped[] {
  const claims: [string, string | undefined, Dropped['rule']][] = [
    ['head > title', facts.title, 'spam.title'],
    ['head > meta[name=keywords]', facts.meta.get('keywords'), 'spam.keywords'],
    ['head > meta[name=description]', facts.meta.get('description'), 'spam.keywords'],
  ];
  return claims.flatMap(([where, text, rule]) =>
    text && isStuffedTitle(text, article) ? [{ text, rule, where }] : [],
  );
}

/** Lines that stand in one block, or in items of one list. */
function grouped(lines: PageLine[]): PageLine[][] {
  const groups: PageLine[][] = [];
  let last: PageElement | null = null;
  for (const line of lines) {
    const list = /^(?:li|a|p|td|dd|dt)$/.test(line.element.tag) ? line.element.parent : line.element;
    if (list !== last) groups.push([]);
    groups.at(-1)?.push(line);
    last = list;
  }
  return groups;
}

/** Every line of a group with its rule: one of the shield's for the group or for the line alone, or else the given one. */
function judged(
  lines: PageLine[],
  place: Pick<Suspect, 'isHidden' | 'isExpected'>,
  article: ArticleVocabulary,
  site: SiteTest,
  otherwise: (line: PageLine) => Dropped['rule'],
): Dropped[] {
  const links = lines.flatMap((line) => line.links).filter(({ text }) => text !== '');
  const away = (of: PageLine['links']) => {
    const sites = of.map(({ href }) => site(href)).filter((name) => name !== null);
    return { offSite: of.length === 0 ? null : sites.length / of.length, otherSites: new Set(sites).size };
  };
  const groupRule =
    links.length >= 3
      ? spamRule({ text: '', links: links.map(({ text }) => text), ...away(links), ...place }, article)
      : null;
  const found: Dropped[] = [];
  for (const line of lines) {
    const isList = line.links.length >= 3;
    const alone = spamRule(
      {
        text: line.text,
        ...(isList && { links: line.links.map(({ text }) => text) }),
        ...away(line.links),
        ...place,
      },
      article,
    );
    const rule = alone ?? (line.links.length > 0 ? groupRule : null) ?? otherwise(line);
    const last = found.at(-1);
    // Page furniture is told block by block, injected matter line by line.
    if (last && last.rule === rule && rule.startsWith('boilerplate.') && last.text.length + line.text.length < 4_000)
      last.text += `\n${line.text}`;
    else found.push({ text: line.text.slice(0, 4_000), rule, where: pathOf(line.element) });
  }
  return found;
}

/** The host an address leads to when that is another site; null when it stays. Own is the page's declared host, or else the one most of its links lead to. */
type SiteTest = (href: string) => string | null;

function siteTest(lines: PageLine[], facts: PageFacts): SiteTest {
  const own = facts.address ? siteOf(facts.address) : commonSite(lines);
  return (href) => {
    const host = hostOf(href);
    return host === null || host === own || host.endsWith(`.${own}`) ? null : host;
  };
}

function commonSite(lines: PageLine[]): string | null {
  const hosts = new Map<string, number>();
  for (const { links } of lines)
    for (const { href } of links) {
      const host = hostOf(href);
      if (host) hosts.set(host, (hosts.get(host) ?? 0) + 1);
    }
  const counts = new Map<string, number>();
  for (const [host, count] of hosts) {
    const site = siteOf(`//${host}`);
    if (site) counts.set(site, (counts.get(site) ?? 0) + count);
  }
  let common: string | null = null;
  for (const [site, count] of counts) if (count > (common ? (counts.get(common) ?? 0) : 0)) common = site;
  return common;
}

const secondLevel = /^(?:com|net|org|gov|edu|co|ac|or)$/;

/** The registrable part of an absolute address's host, by rule of thumb; null for a relative address. */
function siteOf(href: string): string | null {
  const host = hostOf(href);
  if (!host) return null;
  const labels = host.split('.');
  return labels.slice(secondLevel.test(labels.at(-2) ?? '') ? -3 : -2).join('.');
}

const hostOf = (href: string): string | null =>
  /^(?:https?:)?\/\/([^/?#:]+)/i.exec(href.trim())?.[1]?.toLowerCase() ?? null;
