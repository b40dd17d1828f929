import { createHash } from 'node:crypto';
import { canonicalJson } from '../article/canonical.ts';
import type { EditionTag } from './site.ts';

/** The picture of an article or of the paper where it is shared: everything that is drawn on it. */
export type ShareFace = {
  headline: string;
  siteName: string;
  section: string;
  /** Accent of the section, 1 to 8. */
  hue: number;
  tag: EditionTag;
  /** The picture lists show of the article; its square crop stands beside the headline. */
  picture: string | null;
};

export const shareSize = { width: 1_200, height: 630 };

/** Part of every name: raise it when the same face is drawn differently. */
const drawing = 1;

/** Whose face it is where it is no article's. */
export const paperFace = 'paper';

/** File name of a face's picture. It holds a hash of what is drawn, so it can be cached for ever, and whose face it is. */
export function sharePictureName(article: string, face: ShareFace): string {
  const hash = createHash('sha256')
    .update(`${drawing}\n${canonicalJson(face)}`)
    .digest('hex')
    .slice(0, 16);
  return `${hash}-${article}-${face.tag}.jpg`;
}

const pattern = /^([0-9a-f]{16})-([a-z0-9]{10}|paper)-(zh-Hans|zh-Hant(?:-TW|-HK)?|en)\.jpg$/;

/** Whose picture a name is, an article's or the paper's; null when it is no such name. */
export function readSharePictureName(name: string): { article: string; tag: string } | null {
  const [, , article, tag] = pattern.exec(name) ?? [];
  return article && tag ? { article, tag } : null;
}

/** Where the renderer keeps a face: only the server asks. */
export const internalFacePath = (article: string, tag: string) => `/${tag}/face/${article}`;
