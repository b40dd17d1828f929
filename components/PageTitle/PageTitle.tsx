import type { ReactNode } from 'react';
import styles from './PageTitle.module.css';

export type PageTitleProps = {
  title: string;
  /** When the title is not in the page's language. */
  lang?: string | undefined;
  /** What kind of page this is, above the title. */
  label?: string | undefined;
  intro?: string | null | undefined;
  hue?: number | undefined;
  children?: ReactNode;
};

/** How a list page is headed: its one `h1`, and a word on what the list holds. */
export function PageTitle({ title, lang, label, intro, hue, children }: PageTitleProps) {
  return (
    <header className={styles.title} data-hue={hue}>
      {label && <p className={styles.label}>{label}</p>}
      <h1 lang={lang}>{title}</h1>
      {intro && <p>{intro}</p>}
      {children}
    </header>
  );
}
