import { randomInt } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import { fold } from '../article/fold.ts';

const idAlphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A stable, opaque article id: 10 characters of Crockford's base 32, 50 random bits. */
export const newArticleId = (): string => Array.from({ length: 10 }, () => idAlphabet[randomInt(32)]).join('');

/** A readable slug of a headline or name: pinyin for Chinese, words as they are; null when nothing is left of it. */
export function slugOf(text: string, maxLength = 60): string | null {
  // Folding first: one reading for both scripts, so 工會 and 工会 share a slug.
  const latin = pinyin(fold(text), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' ');
  const words = latin
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, maxLength);
    if (longer.length > maxLength) break;
    slug = longer;
  }
  return slug || null;
}
