import type { Card, Language } from './record.ts';

/**
 * Names of the lists an article stands in. Both Chinese scripts share theirs (`zh:`): an edition shows
 * every article of its language group, whatever the script it was written in.
 */
export type LanguageGroup = 'zh' | 'en';
export const groupOf = (language: Language): LanguageGroup => (language === 'en' ? 'en' : 'zh');

export const allList = (group: LanguageGroup) => `${group}:all`;
export const sectionList = (group: LanguageGroup, section: string) => `${group}:section:${section}`;
export const topicList = (group: LanguageGroup, kind: 'tag' | 'author' | 'source', slug: string) =>
  `${group}:${kind}:${slug}`;
/** Articles with corrections, by the time of the newest one. */
export const correctedList = (group: LanguageGroup) => `${group}:corrected`;
/** Whether it shows on pages of others when this list holds nothing: no ways lead to it then. */
export const isNavigated = (list: string): boolean => /^(?:zh|en):(?:all|corrected|section:.+)$/.test(list);
/** Articles that name this one as their translation. */
export const translationList = (id: string) => `translation:${id}`;
/** Numbers of the authors who have a role: the newsroom's own people. */
export const staffList = 'staff';
/** Only counted, never listed: how many articles a day has, `zh:day:2023-06-07`. */
export const dayCount = (group: LanguageGroup, day: string) => `${group}:day:${day}`;

/**
 * Articles of one sitemap file. Numbers are given once and never again, so what leaves a file moves nothing in any other;
 * few enough that a file is made in a tenth of a second.
 */
export const sitemapFileSize = 500;
/** The sitemap file an article stands in, counted from 1. */
export const sitemapFileOf = (number: number): number => Math.floor((number - 1) / sitemapFileSize) + 1;
/** First and last number of its articles. */
export const sitemapNumbers = (file: number): [first: number, last: number] => [
  (file - 1) * sitemapFileSize + 1,
  file * sitemapFileSize,
];

/** Items on one numbered page of a list. */
export const listPageSize = 30;

/** The lists an article is ranked in by its readers: the whole site's, its section's and the top section's. */
export function rankedLists({ language, section }: Pick<Card, 'language' | 'section'>): string[] {
  const group = groupOf(language);
  const [top = section] = section.split('/');
  return [...new Set([allList(group), sectionList(group, top), sectionList(group, section)])];
}

/** Every list the article stands in, with its place there: seconds since the epoch. Withdrawn articles stand in none. */
export function listPlaces(card: Card): { list: string; at: number }[] {
  if (card.status === 'withdrawn') return [];
  const group = groupOf(card.language);
  const at = seconds(card.publishedAt);
  const names = [
    ...rankedLists(card),
    ...card.tags.map((tag) => topicList(group, 'tag', tag)),
    ...card.authors.map((author) => topicList(group, 'author', author.slug)),
    ...(card.source ? [topicList(group, 'source', card.source.slug)] : []),
  ];
  const places = [...new Set(names)].map((list) => ({ list, at }));
  for (const id of card.translations ?? []) places.push({ list: translationList(id), at });
  if (card.correctedAt) places.push({ list: correctedList(group), at: seconds(card.correctedAt) });
  return places;
}

export const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);
