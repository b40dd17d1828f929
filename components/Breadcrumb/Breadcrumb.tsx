import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { langOfName } from '../Page/language.ts';
import styles from './Breadcrumb.module.css';
import type { Crumb } from './crumbs.ts';

export type BreadcrumbProps = { page: PageContext; crumbs: readonly Crumb[] };

/** The way here from the front page; the last step is this page. */
export function Breadcrumb({ page, crumbs }: BreadcrumbProps) {
  return (
    <nav className={styles.crumbs} aria-label={catalogueFor(page.edition.language).breadcrumb}>
      <ol>
        {crumbs.map(({ name, href }) => (
          <li key={href ?? ''}>
            {href ? (
              <a href={href} lang={langOfName(page, name)}>
                {name}
              </a>
            ) : (
              <span aria-current="page" lang={langOfName(page, name)}>
                {name}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
