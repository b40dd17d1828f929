import type { Mark } from '../article/body.ts';
import type { RecordDocument } from '../article/proof.ts';
import { type ArticleRecord, cardOf } from '../article/record.ts';
import { readText } from '../article/search-terms.ts';
import type { Script } from '../edition/script.ts';
import type { SignedWords } from './signed-words.ts';

/** The words of an article that other pages may show of it: its card, its corrections, pieces of its text. */
export function addCard(words: SignedWords, { record }: RecordDocument, script: Script): void {
  const card = script.show(cardOf(record), record.language);
  words.add(card.kicker, card.picture?.alt);
  // Search results mark what was found in a headline and so cut it up.
  words.addLong(card.headline);
  words.addLong(card.standfirst);
  words.addLong(readText(script.show(record, record.language)));
  for (const { text } of script.show(record.corrections, record.language)) words.add(text);
  addNames(words, record, script);
}

/** The words of an article's own page, beside its text. */
export function addArticle(words: SignedWords, document: RecordDocument, script: Script): void {
  const { record } = document;
  addCard(words, document, script);
  const shown = script.show(record, record.language);
  words.addLong(shown.standfirst);
  words.add(shown.withdrawn?.reason);
  const figures = shown.body.content.flatMap((block) => (block.type === 'figure' ? [block.attrs] : []));
  // On the article's own page its text is compared to the letter; feeds carry it in other documents.
  for (const block of shown.body.content)
    if (block.type === 'embed') words.add(block.attrs.title, block.attrs.description, hostOf(block.attrs.url));
  words.add(...readingsIn(shown.body.content));
  for (const { alt, caption, credit } of [...(shown.lead ? [shown.lead] : []), ...figures])
    words.add(alt, caption, credit);
}

/** How words are read (ruby): elements of their own in every document that carries the text. */
function readingsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(readingsIn);
  if (node === null || typeof node !== 'object') return [];
  const { marks = [], content } = node as { marks?: Mark[]; content?: unknown };
  return [...marks.flatMap((mark) => (mark.type === 'ruby' ? [mark.attrs.text] : [])), ...readingsIn(content)];
}

function addNames(words: SignedWords, { tags, authors, source }: ArticleRecord, script: Script): void {
  for (const name of [...tags, ...(source ? [source] : [])].map((topic) => topic.name))
    words.add(name, script.showName({ name }).name);
  for (const author of authors) words.add(author.name, script.showPerson({ name: author.name }).name);
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');
