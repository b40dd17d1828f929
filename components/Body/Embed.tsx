import type { Embed as EmbedNode } from '../../article/body.ts';
import styles from './Embed.module.css';
import { relOf } from './Inlines.tsx';

export type EmbedProps = EmbedNode['attrs'];

/** Something elsewhere, as a link that says where it leads. Nothing of it is loaded. */
export function Embed({ url, title, description }: EmbedProps) {
  return (
    <a className={styles.embed} href={url} rel={relOf(url)}>
      <b>{title || url}</b>
      {description && <span>{description}</span>}
      <small>{hostOf(url)}</small>
    </a>
  );
}

/** The host as the address bar would show it (in ASCII, so a lookalike cannot pose); nothing for our own pages. */
const hostOf = (url: string) => (url.startsWith('/') ? null : new URL(url).host);
