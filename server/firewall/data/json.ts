import type { AddressBook } from '../addresses.ts';
import { FirewallError } from '../refusal.ts';
import { visible } from '../write.ts';
import { type Content, checkContent } from './xml.ts';

/** Every key a document may have, and what its strings hold. */
export type JsonVocabulary = Record<string, Content>;

/** Parses JSON and writes it anew: keys of the vocabulary only, addresses and pieces of HTML checked. @throws FirewallError */
export function rewriteJson(text: string, vocabulary: JsonVocabulary, book: AddressBook): string {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new FirewallError('document', 'json', text);
  }
  const checked = (value: unknown, kind: Content, key: string): unknown => {
    if (typeof value === 'string') return checkContent(book, kind, key, visible(value));
    if (Array.isArray(value)) return value.map((item) => checked(item, kind, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, checked(item, kindOf(name), name)]));
  };
  const kindOf = (name: string): Content => {
    const kind = Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;
    if (!kind) throw new FirewallError('document', 'json', `the key "${name}" is not of this document`);
    return kind;
  };
  if (data === null || typeof data !== 'object') throw new FirewallError('document', 'json', text);
  return `${JSON.stringify(checked(data, 'none', 'json'))}\n`;
}
