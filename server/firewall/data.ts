import { contentTypes, type DataType } from '../../edition/data-paths.ts';
import type { AddressBook } from './addresses.ts';
import { rewriteJson } from './data/json.ts';
import { checkMarkdown } from './data/markdown.ts';
import { proofs } from './data/proof.ts';
import { checkText } from './data/text.ts';
import { jsonVocabularies, xmlVocabularies } from './data/vocabularies.ts';
import { rewriteXml } from './data/xml.ts';
import { FirewallError } from './refusal.ts';

/**
 * Lets a document for programs through: it has to be of the kind its address stands for, is parsed by the rules of that
 * kind, and written anew from what was understood. @throws FirewallError
 */
export function passDataFirewall(type: DataType, rendered: { type: string; body: string }, book: AddressBook): string {
  const wanted = contentTypes[type];
  if (rendered.type !== wanted) throw new FirewallError('content-type', type, rendered.type);
  const xml = xmlVocabularies[type];
  if (xml) return rewriteXml(rendered.body, xml, book);
  const json = jsonVocabularies[type];
  if (json) return rewriteJson(rendered.body, json, book);
  if (type === 'text') return checkText(rendered.body, book);
  if (type === 'markdown') return checkMarkdown(rendered.body, book);
  const proof = proofs[type];
  if (proof) return proof(rendered.body);
  throw new FirewallError('content-type', type, 'has no reader');
}
