import type { Recommendation } from '../../article/recommendation.ts';
import type { ArticleRecord, Card } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { tagPath } from '../../edition/paths.ts';
import { Body } from '../Body/Body.tsx';
import { BodyFigure } from '../Body/BodyFigure.tsx';
import { langOf, langOfName } from '../Page/language.ts';
import { Recommended } from '../Recommended/Recommended.tsx';
import { sectionHue } from '../SectionLink/section.ts';
import styles from './ArticlePage.module.css';
import { Corrections } from './Corrections.tsx';
import { Dateline } from './Dateline.tsx';
import { Neighbours } from './Neighbours.tsx';

export type ArticlePageProps = {
  page: PageContext;
  record: ArticleRecord;
  /** At least eight; never the article itself. */
  recommended: readonly Recommendation[];
  /** The article published before this one in its section, and the one after. */
  previous: Card | null;
  next: Card | null;
};

/** Where figures stand in each layout, for the browser's choice of picture width. */
const figureSizes = {
  standard: '(min-width:45rem) 43rem,100vw',
  longread: '(min-width:45rem) 43rem,100vw',
  gallery: '(min-width:78rem) 76rem,100vw',
} as const;

/** An article and the ways on from it. */
export function ArticlePage({ page, record, recommended, previous, next }: ArticlePageProps) {
  const { layout, lead } = record;
  const words = catalogueFor(page.edition.language);
  return (
    <div className={`${styles.layout} ${styles[layout]}`} data-hue={sectionHue(page, record.section)}>
      <article itemScope itemType="https://schema.org/NewsArticle" lang={langOf(page, record.language)}>
        <header>
          {record.kicker && <p className={styles.kicker}>{record.kicker}</p>}
          <h1 itemProp="headline">{record.headline}</h1>
          {record.standfirst && <p className={styles.standfirst}>{record.standfirst}</p>}
          <Dateline page={page} record={record} />
        </header>
        {lead && <BodyFigure page={page} figure={lead} media={record.media} sizes={leadSizes(layout)} first />}
        <Body page={page} body={record.body} media={record.media} sizes={figureSizes[layout]} />
        <Corrections page={page} corrections={record.corrections} />
        {record.tags.length > 0 && (
          <ul className={styles.tags} aria-label={words.tags}>
            {record.tags.map(({ slug, name }) => (
              <li key={slug}>
                <a href={tagPath(page.edition, slug)} rel="tag" lang={langOfName(page, name)}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </article>
      <Neighbours page={page} previous={previous} next={next} />
      <Recommended page={page} items={recommended} />
    </div>
  );
}

const leadSizes = (layout: ArticleRecord['layout']) =>
  layout === 'standard' ? figureSizes.standard : '(min-width:78rem) 76rem,100vw';
