import type { RecordDocument } from '../article/proof.ts';
import { bodyLinks } from '../article/text.ts';
import { catalogueFor } from '../edition/catalogue.ts';
import { formatDateTime } from '../edition/dates.ts';
import type { Script } from '../edition/script.ts';
import { type Edition, nameIn, type Site } from '../edition/site.ts';
import { wordsOfBody } from './article-words.ts';
import { difference, type Finding, finding } from './finding.ts';
import { type SeenPage, withoutSpace } from './seen-page.ts';

export type ArticleView = { url: string; status: number; page: SeenPage; site: Site; edition: Edition; script: Script };

/** Compares an article's page with its signed record: title, headline, time, text and links, word for word. */
export function checkArticle(
  { record }: RecordDocument,
  { url, status, page, site, edition, script }: ArticleView,
): Finding[] {
  const findings: Finding[] = [];
  const compare = (rule: string, expected: string, found: string) => {
    if (expected !== found) findings.push(finding(url, rule, expected, found));
  };
  const words = catalogueFor(edition.language);
  const siteName = nameIn(script.site(site).name, edition.language);
  const withdrawn = record.status === 'withdrawn';
  compare('article.status', withdrawn ? '410' : '200', String(status));
  const shown = script.show(record, record.language);
  compare(
    'article.title',
    `${withdrawn ? words.withdrawnTitle : shown.headline} - ${siteName}`,
    page.title.join(' | '),
  );
  compare('article.headline', withdrawn ? words.withdrawnTitle : shown.headline, page.headings.join(' | '));
  const expectedText = withdrawn ? '' : wordsOfBody(shown, words);
  const foundText = page.articleText ?? '';
  if (expectedText !== foundText) findings.push(finding(url, 'article.text', ...difference(expectedText, foundText)));
  const links = withdrawn ? [] : bodyLinks(record.body);
  compare(
    'article.links',
    links.join(' '),
    page.links
      .filter(({ inArticle }) => inArticle)
      .map(({ href }) => href)
      .join(' '),
  );
  if (withdrawn) return findings;
  const head = page.texts
    .filter(({ inside, inArticle }) => inside.includes('article') && !inArticle)
    .map(({ text }) => text);
  const time = formatDateTime(record.publishedAt, site.timeZone, edition.language);
  if (!head.some((text) => text.includes(time)))
    findings.push(finding(url, 'article.time', time, head.slice(0, 6).join(' | ')));
  for (const part of [shown.kicker, shown.standfirst])
    if (part && !head.some((text) => withoutSpace(text) === withoutSpace(part)))
      findings.push(finding(url, 'article.head', part, head.slice(0, 6).join(' | ')));
  return findings;
}
