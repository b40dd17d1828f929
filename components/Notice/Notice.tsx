import type { ReactNode } from 'react';
import styles from './Notice.module.css';

export type NoticeProps = { title: string; children: ReactNode };

/** A page that has one thing to say instead of an article. */
export function Notice({ title, children }: NoticeProps) {
  return (
    <div className={styles.notice}>
      <h1>{title}</h1>
      {children}
    </div>
  );
}
