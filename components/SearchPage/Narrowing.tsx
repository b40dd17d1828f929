import { catalogueFor } from '../../edition/catalogue.ts';
import { dayIn } from '../../edition/dates.ts';
import { filledSections, type PageContext } from '../../edition/page-context.ts';
import { type SearchScope, searchPath } from '../../edition/paths.ts';
import { nameIn, topSections } from '../../edition/site.ts';
import { searchForm } from '../Masthead/Masthead.tsx';
import { langOfName } from '../Page/language.ts';
import styles from './SearchPage.module.css';

export type NarrowingProps = { page: PageContext; query: string; scope: SearchScope };

const spans = [7, 30, 365] as const;

/** Links that narrow a search to a section or to recent days, and order its results. Every choice is an address. */
export function Narrowing({ page, query, scope }: NarrowingProps) {
  const { edition, site, now } = page;
  const words = catalogueFor(edition.language);
  const choice = (name: string, changes: Partial<SearchScope>, chosen: boolean) => (
    <a
      key={name}
      href={searchPath(edition, query, null, { ...scope, before: null, ...changes })}
      aria-current={chosen ? 'true' : undefined}
      lang={langOfName(page, name)}
    >
      {name}
    </a>
  );
  const since = (days: number) => dayText(new Date(now.getTime() - days * 86_400_000), site.timeZone);
  return (
    <nav className={styles.narrowing} aria-label={words.searchOrder}>
      <p className={styles.choices}>
        {choice(words.searchByRelevance, { sort: null }, scope.sort === null)}
        {choice(words.searchByDate, { sort: 'newest' }, scope.sort === 'newest')}
      </p>
      <p className={styles.choices}>
        {choice(words.searchAnyTime, { from: null, to: null }, scope.from === null && scope.to === null)}
        {spans.map((days) =>
          choice(words.searchLast(days), { from: since(days), to: null }, scope.from === since(days)),
        )}
      </p>
      <Dates page={page} scope={scope} />
      <p className={styles.choices}>
        {choice(words.searchEverywhere, { section: null }, scope.section === null)}
        {topSections(filledSections(page)).map(({ path, names }) =>
          choice(nameIn(names, edition.language), { section: path }, scope.section === path),
        )}
      </p>
    </nav>
  );
}

/** Days of one's own. They are sent with the words in the masthead's box, which stand in no other place. */
function Dates({ page: { edition, site, now }, scope }: Omit<NarrowingProps, 'query'>) {
  const words = catalogueFor(edition.language);
  const kept = { section: scope.section, author: scope.author, source: scope.source, sort: scope.sort };
  const day = (name: 'from' | 'to', label: string) => (
    <label>
      {label}{' '}
      <input
        type="date"
        name={name}
        form={searchForm}
        defaultValue={scope[name] ?? undefined}
        max={dayText(now, site.timeZone)}
      />
    </label>
  );
  return (
    <fieldset className={styles.choices}>
      <legend>{words.searchDates}</legend>
      {day('from', words.searchFrom)}
      {day('to', words.searchUntil)}
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} form={searchForm} value={value} />,
      )}
      <button type="submit" form={searchForm}>
        {words.search}
      </button>
    </fieldset>
  );
}

function dayText(moment: Date, timeZone: string): string {
  const { year, month, day } = dayIn(moment, timeZone);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
