import type { Card, Correction } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { articlePath } from '../../edition/paths.ts';
import { langOf } from '../Page/language.ts';
import { PageTitle } from '../PageTitle/PageTitle.tsx';
import { Time } from '../Time/Time.tsx';
import styles from './CorrectionsPage.module.css';

export type CorrectionsPageProps = { page: PageContext; items: readonly { card: Card; correction: Correction }[] };

/** Every correction the newsroom made, newest first. */
export function CorrectionsPage({ page, items }: CorrectionsPageProps) {
  const words = catalogueFor(page.edition.language);
  return (
    <div className={styles.corrections}>
      <PageTitle title={words.corrections} intro={words.correctionsIntro} />
      {items.length === 0 && <p>{words.noCorrections}</p>}
      <ol>
        {items.map(({ card, correction }) => (
          <li key={`${card.id} ${correction.at} ${correction.text}`} lang={langOf(page, card.language)}>
            <Time page={page} at={correction.at} />
            <h2>
              <a href={articlePath(page.edition, card.path)}>{card.headline}</a>
            </h2>
            <p>{correction.text}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
