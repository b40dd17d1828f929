import type { ReactNode } from 'react';
import { catalogueFor } from '../../edition/catalogue.ts';
import type { PageContext } from '../../edition/page-context.ts';
import { Breadcrumb } from '../Breadcrumb/Breadcrumb.tsx';
import type { Crumb } from '../Breadcrumb/crumbs.ts';
import { Footer } from '../Footer/Footer.tsx';
import { type Alternate, Masthead } from '../Masthead/Masthead.tsx';
import styles from './Page.module.css';

export type PageProps = {
  page: PageContext;
  breadcrumb: readonly Crumb[];
  /** This page in every edition that has it; the edition's own entry may be among them. */
  alternates: readonly Alternate[];
  children: ReactNode;
};

/** The frame of every reader page: everything inside `<body>`. */
export function Page({ page, breadcrumb, alternates, children }: PageProps) {
  return (
    <>
      <a className={styles.skip} href="#content">
        {catalogueFor(page.edition.language).skipToContent}
      </a>
      <Masthead page={page} alternates={alternates} />
      <Breadcrumb page={page} crumbs={breadcrumb} />
      <main id="content">{children}</main>
      <Footer page={page} />
    </>
  );
}
