import type { Reason, Recommendation } from '../../article/recommendation.ts';
import { type Catalogue, catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { articlePath } from '../../edition/paths.ts';
import { langOf, langOfName } from '../Page/language.ts';
import { SectionLink } from '../SectionLink/SectionLink.tsx';
import { sectionHue, sectionName } from '../SectionLink/section.ts';
import { Thumbnail } from '../Thumbnail/Thumbnail.tsx';
import { Time } from '../Time/Time.tsx';
import styles from './Recommended.module.css';

export type RecommendedProps = { page: PageContext; items: readonly Recommendation[] };

/** What to read after an article. Every address is an article of this site; why it is here is told to whoever asks. */
export function Recommended({ page, items }: RecommendedProps) {
  if (items.length === 0) return null;
  const words = catalogueFor(page.edition.language);
  return (
    <aside className={styles.recommended} id="recommended" aria-labelledby="recommended-title">
      <h2 id="recommended-title">{words.recommended}</h2>
      <details>
        <summary>{words.whyRecommended}</summary>
      </details>
      <ul>
        {items.map(({ card, reason }) => (
          <li key={card.id} data-hue={sectionHue(page, card.section)} lang={langOf(page, card.language)}>
            <a href={articlePath(page.edition, card.path)}>
              {card.picture ? (
                <Thumbnail picture={card.picture} width={112} />
              ) : (
                <b aria-hidden="true">{sectionName(page, card.section)}</b>
              )}
              {card.headline}
            </a>
            <SectionLink page={page} path={card.section} /> <Time page={page} at={card.publishedAt} short />
            <small>{reasonIn(words, reason, page)}</small>
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** A name in another language than the page's is no reason its readers understand. */
function reasonIn(words: Catalogue, reason: Reason, page: PageContext): string {
  if ('name' in reason && langOfName(page, reason.name)) return words.reasonSimilar;
  switch (reason.kind) {
    case 'pinned':
      return words.reasonPinned;
    case 'topic':
      return words.reasonTopic(reason.name);
    case 'words':
      return words.reasonWords(reason.name);
    case 'similar':
      return words.reasonSimilar;
    case 'read':
      return words.reasonRead;
    case 'period':
      return words.reasonPeriod;
    case 'latest':
      return words.reasonLatest;
  }
}
