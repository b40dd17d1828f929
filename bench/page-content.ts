import { Parser } from 'htmlparser2';

/** What the bytes of a page are made of. All figures but `handlers` in bytes of UTF-8. */
export type PageContent = {
  html: number;
  /** Text of the body element, tags and structured data aside. */
  readerText: number;
  /** Inside of style elements. */
  css: number;
  /** Inside of script elements that can run; JSON-LD cannot. */
  script: number;
  /** Script files the page asks for, and attributes that hold a handler. */
  handlers: number;
};

export function readContent(html: string): PageContent {
  const content = { html: Buffer.byteLength(html), readerText: 0, css: 0, script: 0, handlers: 0 };
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      open.push(name === 'script' && attributes.type === 'application/ld+json' ? 'data' : name);
      const loadsScript =
        (name === 'script' && 'src' in attributes) ||
        /script|modulepreload/.test(`${attributes.as} ${name === 'link' ? attributes.rel : ''}`);
      if (loadsScript) content.handlers++;
      content.handlers += Object.keys(attributes).filter((attribute) => attribute.startsWith('on')).length;
    },
    onclosetag: () => void open.pop(),
    ontext(text) {
      const bytes = Buffer.byteLength(text);
      const inside = open.at(-1);
      if (inside === 'style') content.css += bytes;
      else if (inside === 'script') content.script += bytes;
      else if (inside !== 'data' && open.includes('body')) content.readerText += bytes;
    },
  });
  parser.end(html);
  return content;
}

/** How often a text stands in a page, whether a reader sees it there or not. */
export const occurrences = (html: string, text: string): number => html.split(text).length - 1;
