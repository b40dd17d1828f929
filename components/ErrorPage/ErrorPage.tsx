import type { Language } from '../../article/record.ts';
import { catalogueFor } from '../../edition/catalogue.ts';
import { frontPath } from '../../edition/paths.ts';
import type { Edition } from '../../edition/site.ts';
import { Notice } from '../Notice/Notice.tsx';
import styles from './ErrorPage.module.css';

export type ErrorPageProps = {
  language: Language;
  /** Where the edition's front is. */
  prefix?: Edition['prefix'];
  /** The paper's name, if it is known: this page is made before anything can be asked. */
  name?: string;
};

/** The page could not be made (500). It stands alone, without the frame of other pages, and needs no data. */
export function ErrorPage({ language, prefix = '', name }: ErrorPageProps) {
  const words = catalogueFor(language);
  const front = frontPath({ prefix });
  return (
    <>
      <nav className={styles.crumbs} aria-label={words.breadcrumb}>
        <ol>
          <li>
            <a href={front}>{name ?? words.front}</a>
          </li>
          <li>
            <span aria-current="page">{words.errorTitle}</span>
          </li>
        </ol>
      </nav>
      <main id="content">
        <Notice title={words.errorTitle}>
          <p>{words.errorText}</p>
        </Notice>
      </main>
    </>
  );
}
