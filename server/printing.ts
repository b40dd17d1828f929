import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

export type Printable = { language: string; tree: ReactNode; styleSheets: readonly string[] };

/** Style sheets with a precedence come before everything that is moved to the head, in their order. */
const precedence = 'page';

/**
 * A page's tree as a document. What belongs into the head (title, metadata, pictures to load early) React finds wherever it stands.
 * @throws what a component throws
 */
export function printPage({ language, tree, styleSheets }: Printable): string {
  const head = createElement(
    'head',
    null,
    createElement('meta', { charSet: 'utf-8' }),
    createElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    styleSheets.map((href) => createElement('link', { key: href, rel: 'stylesheet', href, precedence })),
  );
  return `<!DOCTYPE html>${renderToStaticMarkup(createElement('html', { lang: language }, head, createElement('body', null, tree)))}`;
}
