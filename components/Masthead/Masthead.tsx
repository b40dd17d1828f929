import { catalogueFor, editionName } from '../../edition/catalogue.ts';
import { formatWeekday } from '../../edition/dates.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { frontPath, searchPath } from '../../edition/paths.ts';
import { type Edition, editionTag, nameIn } from '../../edition/site.ts';
import { langOfName } from '../Page/language.ts';
import { SectionNav } from '../SectionNav/SectionNav.tsx';
import styles from './Masthead.module.css';

/** The search box's form by its id, which it has where other fields belong to it: on search pages. */
export const searchForm = 'search';

/** This page in another language, or else the nearest thing to it: `place` is what it is called there, null for this page. */
export type Alternate = { edition: Edition; href: string; place: string | null };
export type MastheadProps = { page: PageContext; alternates: readonly Alternate[] };

/** Who publishes: the wordmark (the front page's title), search, the other languages and the sections. */
export function Masthead({ page, alternates }: MastheadProps) {
  const { site, edition, route } = page;
  const words = catalogueFor(edition.language);
  const others = alternates.filter((alternate) => alternate.edition.prefix !== edition.prefix);
  const name = nameIn(site.name, edition.language);
  const onFront = route?.page === 'front';
  const Wordmark = onFront ? 'h1' : 'p';
  return (
    <header className={onFront ? `${styles.head} ${styles.front}` : styles.head}>
      <Wordmark>
        <a href={frontPath(edition)} lang={langOfName(page, name)}>
          {name}
        </a>
      </Wordmark>
      {onFront && <FrontDateline page={page} />}
      <form id={route?.page === 'search' ? searchForm : undefined} action={searchPath(edition)}>
        <input
          type="search"
          name="q"
          required
          maxLength={200}
          aria-label={words.searchLabel}
          placeholder={words.searchPlaceholder}
          defaultValue={route?.page === 'search' ? route.query : undefined}
        />
        <button type="submit">{words.search}</button>
      </form>
      {others.length > 0 && (
        <ul aria-label={words.languages}>
          {others.map(({ edition: other, href, place }) => (
            <li key={other.prefix}>
              <a href={href} lang={editionTag(other)} hrefLang={editionTag(other)}>
                {editionName(other) + (place ? catalogueFor(other.language).placeThere(place) : '')}
              </a>
            </li>
          ))}
        </ul>
      )}
      <SectionNav page={page} />
    </header>
  );
}

function FrontDateline({ page }: { page: PageContext }) {
  const { site, edition, now } = page;
  const tagline = nameIn(site.tagline, edition.language);
  const today = formatWeekday(now, site.timeZone, edition.language);
  return (
    <p className={styles.dateline}>
      {today}
      {tagline && <span lang={langOfName(page, tagline)}>{tagline}</span>}
    </p>
  );
}
