import { Converter } from 'opencc-js';
import type { Language } from '../article/record.ts';

/** Chinese script conversion: an article is stored once, in the script it was written in, and shown in either. */

type Convert = (text: string) => string;
const converters = new Map<string, Convert>();

function converter(from: Language, to: Language): Convert | null {
  if (from === to || from === 'en' || to === 'en') return null;
  const key = `${from}>${to}`;
  const known = converters.get(key);
  if (known) return known;
  const made = Converter(to === 'zh-Hant' ? { from: 'cn', to: 'tw' } : { from: 'tw', to: 'cn' });
  converters.set(key, made);
  return made;
}

/** Text of one language as an edition of another shows it. */
export function convertText(text: string, from: Language, to: Language): string {
  return converter(from, to)?.(text) ?? text;
}

/** Keys of records, cards and bodies whose strings are words for readers. Ids, paths, addresses and times are not. */
const wordKeys: ReadonlySet<string> = new Set([
  'headline',
  'kicker',
  'standfirst',
  'name',
  'alt',
  'caption',
  'credit',
  'text',
  'cite',
  'title',
  'description',
  'reason',
  'role',
  'bio',
]);

/** A record, card or body with every word in the edition's script; everything else untouched. */
export function inScript<T>(value: T, from: Language, to: Language): T {
  const convert = converter(from, to);
  if (!convert) return value;
  const visit = (node: unknown, key: string): unknown => {
    if (typeof node === 'string') return wordKeys.has(key) ? convert(node) : node;
    if (Array.isArray(node)) return node.map((item) => visit(item, key));
    if (node === null || typeof node !== 'object') return node;
    return Object.fromEntries(Object.entries(node).map(([k, v]) => [k, visit(v, k)]));
  };
  return visit(value, '') as T;
}
