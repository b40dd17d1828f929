import type { Block, Inline, List } from '../article/body.ts';
import type { ArticleRecord } from '../article/record.ts';
import type { Catalogue } from '../edition/catalogue.ts';

/** What a record's text reads like on its page, white space taken out: every word in the order of the blocks. */
export function wordsOfBody(record: Pick<ArticleRecord, 'body' | 'media'>, words: Catalogue): string {
  return record.body.content
    .map((block) => blockWords(block, record.media, words))
    .join('')
    .replace(/\s+/gu, '');
}

function blockWords(block: Block, media: ArticleRecord['media'], words: Catalogue): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineWords(block.content);
    case 'bulletList':
    case 'orderedList':
      return listWords(block);
    case 'quote':
      return block.content.map(({ content }) => inlineWords(content)).join('') + (block.attrs.cite ?? '');
    case 'figure': {
      const { media: id, alt, caption, credit } = block.attrs;
      const shown = id !== null && media[id] !== undefined;
      const standIn = shown ? '' : `${words.pictureMissing}${alt && alt !== caption ? `：${alt}` : ''}`;
      return `${standIn}${caption}${credit}`;
    }
    case 'table':
      return block.content.flatMap((row) => row.content.map(({ content }) => inlineWords(content))).join('');
    case 'embed': {
      const { url, title, description } = block.attrs;
      return `${title || url}${description}${url.startsWith('/') ? '' : new URL(url).host}`;
    }
    case 'correction':
      return words.correction + block.content.map(({ content }) => inlineWords(content)).join('');
    case 'divider':
      return '';
  }
}

/** A reading stands in parentheses behind its word, for browsers that know no ruby. */
function inlineWords(content: readonly Inline[] | undefined): string {
  return (content ?? [])
    .map((node) => {
      if (node.type === 'hardBreak') return '';
      return (node.marks ?? []).reduceRight(
        (inner, mark) => (mark.type === 'ruby' ? `${inner}(${mark.attrs.text})` : inner),
        node.text,
      );
    })
    .join('');
}

const listWords = (list: List): string =>
  list.content
    .flatMap(({ content }) =>
      content.map((child) => (child.type === 'paragraph' ? inlineWords(child.content) : listWords(child))),
    )
    .join('');
