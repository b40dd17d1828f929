import type { Body } from '../../article/body.ts';
import { allList, correctedList, sectionList } from '../../article/lists.ts';
import type { ArticleRecord, Card, Language } from '../../article/record.ts';
import type { PageContext } from '../../edition/page-context.ts';
import type { Route } from '../../edition/paths.ts';
import { emptySite, type Site } from '../../edition/site.ts';

/** A small paper for the tests of components. */
const site: Site = {
  ...emptySite,
  name: { 'zh-Hans': '岸报', en: 'The Bank' },
  sections: [
    { path: 'news', names: { 'zh-Hans': '要闻', en: 'News' } },
    { path: 'news/city', names: { 'zh-Hans': '本市', en: 'City' } },
    { path: 'life', names: { 'zh-Hans': '民生', en: 'Life' } },
  ],
};

/** Every list of it holds an article. */
const filled = new Set(
  (['zh', 'en'] as const).flatMap((group) => [
    allList(group),
    correctedList(group),
    ...site.sections.map(({ path }) => sectionList(group, path)),
  ]),
);

export function pageOf(route: Route | null, language: Language = 'zh-Hans'): PageContext {
  const edition = site.editions.find((candidate) => candidate.language === language);
  if (!edition) throw new Error(`the test site has no edition in ${language}`);
  return { origin: 'https://news.example', site, edition, filled, now: new Date('2026-11-24T01:00:00Z'), route };
}

export const cardNumber = (number: number, over: Partial<Card> = {}): Card => ({
  id: `card${String(number).padStart(6, '0')}`,
  path: `/news/city/2026/11/23/story-${number}`,
  status: 'published',
  language: 'zh-Hans',
  section: 'news/city',
  layout: 'standard',
  headline: `第${number}条`,
  kicker: null,
  standfirst: null,
  publishedAt: '2026-11-23T01:00:00Z',
  updatedAt: null,
  authors: [],
  source: null,
  tags: [],
  correctedAt: null,
  picture: { media: 'a'.repeat(16), alt: '江面', width: 1_600, height: 1_000 },
  ...over,
});

export const bodyOf = (...content: Body['content']): Body => ({ type: 'doc', content });

export const recordOf = (over: Partial<ArticleRecord> = {}): ArticleRecord => ({
  id: 'record0000',
  revision: 1,
  status: 'published',
  withdrawn: null,
  language: 'zh-Hans',
  path: '/news/city/2023/06/07/bridge',
  formerly: [],
  issuedAt: '2023-06-07T07:30:00Z',
  previous: null,
  section: 'news/city',
  layout: 'standard',
  headline: '桥通了',
  kicker: null,
  standfirst: null,
  authors: [{ slug: 'lin', name: '林远' }],
  source: { slug: 'zgw', name: '中工网', url: 'https://source.example/1' },
  publishedAt: '2023-06-07T07:25:47Z',
  updatedAt: null,
  lead: null,
  body: bodyOf({ type: 'paragraph', content: [{ type: 'text', text: '桥通了。' }] }),
  tags: [],
  related: [],
  translations: [],
  corrections: [],
  media: {},
  ...over,
});
