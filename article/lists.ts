import type { ArticleRecord, Language } from './record.ts';

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
/** Only counted, never listed: how many articles a day has, `zh:day:2023-06-07`. */
export const dayCount = (group: LanguageGroup, day: string) => `${group}:day:${day}`;

/** Items on one numbered page of a list. */
export const listPageSize = 30;

/** The lists an article is ranked in by its readers: the whole site's, its section's and the top section's. */
export function rankedLists({ language, section }: Pick<ArticleRecord, 'language' | 'section'>): string[] {
  const group = groupOf(language);
  const [top = section] = section.split('/');
  return [...new Set([allList(group), sectionList(group, top), sectionList(group, section)])];
}

/** Every list the record stands in, with its place there: seconds since the epoch. Withdrawn articles stand in none. */
export function listPlaces(record: ArticleRecord): { list: string; at: number }[] {
  if (record.status === 'withdrawn') return [];
  const group = groupOf(record.language);
  const at = seconds(record.publishedAt);
  const names = [
    ...rankedLists(record),
    ...record.tags.map((tag) => topicList(group, 'tag', tag.slug)),
    ...record.authors.map((author) => topicList(group, 'author', author.slug)),
    ...(record.source ? [topicList(group, 'source', record.source.slug)] : []),
  ];
  const places = [...new Set(names)].map((list) => ({ list, at }));
  const corrected = record.corrections.map((correction) => seconds(correction.at));
  if (corrected.length > 0) places.push({ list: correctedList(group), at: Math.max(...corrected) });
  return places;
}

export const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);
