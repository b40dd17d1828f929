import type { Card } from '../../article/record.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { articlePath } from '../../edition/paths.ts';
import { langOf } from '../Page/language.ts';
import { Photo } from '../Photo/Photo.tsx';
import { SectionLink } from '../SectionLink/SectionLink.tsx';
import { sectionHue } from '../SectionLink/section.ts';
import { Time } from '../Time/Time.tsx';
import styles from './Lead.module.css';

export type LeadProps = { page: PageContext; card: Card };

/** The story a front opens with. */
export function Lead({ page, card }: LeadProps) {
  const { picture } = card;
  return (
    <div className={styles.lead} data-hue={sectionHue(page, card.section)} lang={langOf(page, card.language)}>
      <a href={articlePath(page.edition, card.path)}>
        {picture && (
          <Photo media={picture.media} size={picture} alt={picture.alt} sizes="(min-width:64rem) 37rem,100vw" first />
        )}
        <h2>
          {card.kicker && <span>{card.kicker}</span>} {card.headline}
        </h2>
      </a>
      {card.standfirst && <p>{card.standfirst}</p>}
      <small>
        <SectionLink page={page} path={card.section} /> <Time page={page} at={card.publishedAt} short />
      </small>
    </div>
  );
}
