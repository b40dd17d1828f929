import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';

/**
 * The allow-list of an article body: the one place that says which blocks, marks and attributes exist.
 * Import, validation and the reader components all speak this schema's JSON.
 */

/** Longest web address, in UTF-16 units. */
export const addressLimit = 2_048;
/** Longest value of what is one line, in a body and in the same fields of a record; in UTF-16 units. */
export const lineLimits = { cite: 300, alt: 1_000, caption: 2_000, credit: 300, title: 300, description: 2_000 };

const oneLine = (max: number) => (value: unknown) => {
  if (typeof value !== 'string' || value.length > max || /[\t\n\r]/.test(value))
    throw new RangeError(`not one line of at most ${max} characters: ${JSON.stringify(value)}`);
};
const line = (max: number) => ({ default: '', validate: oneLine(max) });
const optionalLine = (max: number) => {
  const validate = oneLine(max);
  return { default: null, validate: (value: unknown) => value === null || validate(value) };
};

/** Only web addresses: no `javascript:`, no `data:`, no credentials, no control characters, no backslash (browsers read it as a slash). */
export function isWebAddress(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > addressLimit || hasControlCharacter(value)) return false;
  if (value.includes('\\')) return false;
  if (value.startsWith('/') && !value.startsWith('//')) return true;
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return false;
  const url = new URL(value);
  return url.username === '' && url.password === '' && url.hostname !== '';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
const controlCharacter = /[\u0000-\u0020\u007f-\u009f\u2028\u2029]/;
const hasControlCharacter = (value: string) => controlCharacter.test(value);

const webAddress = (value: unknown) => {
  if (!isWebAddress(value)) throw new RangeError(`not a web address: ${JSON.stringify(value)}`);
};

const wholeNumber = (min: number, max: number) => (value: unknown) => {
  if (!Number.isInteger(value) || (value as number) < min || (value as number) > max)
    throw new RangeError(`not a whole number from ${min} to ${max}: ${JSON.stringify(value)}`);
};

const mediaId = (value: unknown) => {
  if (value !== null && !(typeof value === 'string' && /^[0-9a-f]{16}$/.test(value)))
    throw new RangeError(`not a media id: ${JSON.stringify(value)}`);
};

const languageTag = (value: unknown) => {
  if (value !== null && !(typeof value === 'string' && /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(value)))
    throw new RangeError(`not a language tag: ${JSON.stringify(value)}`);
};

const span = { default: 1, validate: wholeNumber(1, 50) };

const nodes = {
  doc: { content: 'block+' },
  paragraph: { group: 'block', content: 'inline*' },
  heading: { group: 'block', content: 'inline*', attrs: { level: { validate: wholeNumber(2, 4) } } },
  bulletList: { group: 'block list', content: 'listItem+' },
  orderedList: {
    group: 'block list',
    content: 'listItem+',
    attrs: { start: { default: 1, validate: wholeNumber(0, 99_999) } },
  },
  listItem: { content: 'paragraph (paragraph | list)*' },
  quote: { group: 'block', content: 'paragraph+', attrs: { cite: optionalLine(lineLimits.cite) } },
  figure: {
    group: 'block',
    attrs: {
      /** Id of a stored picture; null while the picture has not been fetched. */
      media: { default: null, validate: mediaId },
      /** Where an imported picture stood; never sent to a reader. */
      src: optionalLine(addressLimit),
      alt: line(lineLimits.alt),
      caption: line(lineLimits.caption),
      credit: line(lineLimits.credit),
    },
  },
  table: { group: 'block', content: 'tableRow+' },
  tableRow: { content: '(tableHeader | tableCell)+' },
  tableHeader: { content: 'inline*', attrs: { colspan: span, rowspan: span } },
  tableCell: { content: 'inline*', attrs: { colspan: span, rowspan: span } },
  embed: {
    group: 'block',
    attrs: { url: { validate: webAddress }, title: line(lineLimits.title), description: line(lineLimits.description) },
  },
  divider: { group: 'block' },
  correction: { group: 'block', content: 'paragraph+' },
  hardBreak: { group: 'inline', inline: true },
  text: { group: 'inline' },
} satisfies Record<string, NodeSpec>;

const marks = {
  link: { attrs: { href: { validate: webAddress } } },
  bold: {},
  italic: {},
  sub: { excludes: 'sub sup' },
  sup: { excludes: 'sub sup' },
  ruby: { attrs: { text: { validate: 'string' } } },
  /** Stays as it was written in every edition: names, quotations, code. `lang` is set when it is not the article's language. */
  verbatim: { attrs: { lang: { default: null, validate: languageTag } } },
} satisfies Record<string, MarkSpec>;

export const articleSchema = new Schema({ nodes, marks });
