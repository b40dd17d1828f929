import type { Card } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { langOfName } from '../Page/language.ts';
import { Pager, type PagerLinks } from '../Pager/Pager.tsx';
import { PageTitle } from '../PageTitle/PageTitle.tsx';
import { TeaserList } from '../TeaserList/TeaserList.tsx';
import styles from './ListPage.module.css';

export type ListPageProps = {
  page: PageContext;
  title: string;
  /** What is listed: the word for author, source, tag or archive. */
  label?: string;
  intro?: string | null;
  cards: readonly Card[];
  /** Null for lists that are all on one page. */
  pager: PagerLinks | null;
};

/** The articles of one tag, author, source or day. */
export function ListPage({ page, title, label, intro, cards, pager }: ListPageProps) {
  return (
    <div className={styles.list}>
      <PageTitle title={title} lang={langOfName(page, title)} label={label} intro={intro} />
      {cards.length === 0 && <p>{catalogueFor(page.edition.language).nothingHere}</p>}
      <TeaserList page={page} cards={cards} variant="rows" level={2} eager={2} />
      {pager && <Pager page={page} links={pager} />}
    </div>
  );
}
