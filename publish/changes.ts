import { isNavigated, sitemapFileOf } from '../article/lists.ts';
import type { Place } from '../db/content/list-places.ts';
import type { Earlier, Mode } from '../db/content/projection.ts';
import { countedDay, type PressedArticle, placesOf } from './pressed-article.ts';

/** What a batch changes beside the articles' own rows: lists, days, and what caches must not believe any more. */
export class Changes {
  readonly left: Place[] = [];
  readonly entered: Place[] = [];
  readonly days = new Map<string, number>();
  /** Articles that other pages may lead to now. */
  readonly placed: PressedArticle[] = [];
  readonly #tags = new Map<string, Mode>();
  readonly #timeZone: string;
  readonly #everything: boolean;

  constructor(timeZone: string, everything: boolean) {
    this.#timeZone = timeZone;
    this.#everything = everything;
    for (const tag of everything ? ['*'] : ['search', 'sitemaps']) this.#tag(tag, 'soft');
  }

  note(article: PressedArticle, old: Earlier | undefined): void {
    const { formerly } = article.shown;
    this.#move(article, old);
    this.#count(old ? countedDay(old.card, this.#timeZone) : null, article.day);
    // Nothing but a page that was not there can show an article nobody has seen, and every publication drops those.
    if (this.#everything && !old && formerly.length === 0) return;
    for (const path of [...formerly, article.path]) this.#tag(`path:${path}`, 'hard');
    this.#tag(`article:${article.id}`, 'hard');
    this.#tag(`sitemap:${sitemapFileOf(article.number)}`, 'hard');
    if (old?.text !== article.card) this.#tag(`card:${article.id}`, 'hard');
  }

  /** Lists that articles came into or left, and that ways lead to as long as they hold any. */
  navigated(): string[] {
    if (this.#everything) return [];
    return [...new Set([...this.left, ...this.entered].map(({ list }) => list))].filter(isNavigated);
  }

  /** Since when a list holds an article decides whether other pages lead to it: all of them look again. */
  noteNavigation(): void {
    this.#tag('site', 'soft');
  }

  noteAround(ids: readonly string[]): void {
    for (const id of ids) this.#tag(`around:${id}`, 'soft');
  }

  tags(): [string, Mode][] {
    return [...this.#tags];
  }

  #move(article: PressedArticle, old: Earlier | undefined): void {
    const { number, listing } = article;
    const before = old ? placesOf(old.card, number) : [];
    const after = placesOf(listing, number);
    const isIn = (places: readonly Place[], { list, at }: Place) => places.some((p) => p.list === list && p.at === at);
    this.left.push(...before.filter((place) => !isIn(after, place)));
    const entered = after.filter((place) => !isIn(before, place));
    this.entered.push(...entered);
    if (this.#everything) return;
    if (entered.length > 0) this.placed.push(article);
    for (const { list } of [...before, ...after]) this.#tag(`list:${list}`, 'soft');
  }

  #count(before: string | null, after: string | null): void {
    if (before === after) return;
    if (before !== null) this.days.set(before, (this.days.get(before) ?? 0) - 1);
    if (after !== null) this.days.set(after, (this.days.get(after) ?? 0) + 1);
  }

  #tag(tag: string, mode: Mode): void {
    if (this.#tags.get(tag) !== 'hard') this.#tags.set(tag, mode);
  }
}
