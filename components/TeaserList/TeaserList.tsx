import type { Card } from '../../article/record.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { articlePath } from '../../edition/paths.ts';
import { langOf } from '../Page/language.ts';
import { SectionLink } from '../SectionLink/SectionLink.tsx';
import { sectionHue, sectionName } from '../SectionLink/section.ts';
import { Thumbnail } from '../Thumbnail/Thumbnail.tsx';
import { Time } from '../Time/Time.tsx';
import styles from './TeaserList.module.css';

export type TeaserListProps = {
  page: PageContext;
  cards: readonly Card[];
  /** `grid`: pictures in columns. `rows`: a picture beside headline and standfirst. `headlines`: words only. */
  variant: 'grid' | 'rows' | 'headlines';
  /** The level of each headline, one below the heading the list stands under. */
  level?: 2 | 3;
  /** Names each article's section; leave out where all are of one. */
  sections?: boolean;
  /** How many of the first pictures stand in view when the page opens. */
  eager?: number;
};

/** Articles as a reader chooses among them. */
export function TeaserList({ page, cards, variant, level = 3, sections = true, eager = 0 }: TeaserListProps) {
  if (cards.length === 0) return null;
  const Headline = `h${level}` as const;
  return (
    <ul className={variant === 'headlines' ? styles.list : `${styles.list} ${styles[variant]}`}>
      {cards.map((card, place) => (
        <li key={card.id} data-hue={sectionHue(page, card.section)} lang={langOf(page, card.language)}>
          <a href={articlePath(page.edition, card.path)}>
            {variant !== 'headlines' && <TeaserPicture page={page} card={card} eager={place < eager} />}
            <Headline>{card.headline}</Headline>
          </a>
          {variant === 'rows' && card.standfirst && <p>{card.standfirst}</p>}
          <small>
            {sections && <SectionLink page={page} path={card.section} />}{' '}
            <Time page={page} at={card.publishedAt} short />
          </small>
        </li>
      ))}
    </ul>
  );
}

/** A list in which every article has a picture keeps its order even where one has none: its section stands in. */
function TeaserPicture({ page, card, eager }: { page: PageContext; card: Card; eager: boolean }) {
  if (card.picture) return <Thumbnail picture={card.picture} eager={eager} />;
  return <b aria-hidden="true">{sectionName(page, card.section)}</b>;
}
