import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** What `Printed` leaves where the page's tree belongs. Text and attributes are escaped, so no article can write it. */
const place = '<template id="page"></template>';

/**
 * The document that Next made around a page's tree, with the tree printed into it: what belongs into the head (React finds
 * it wherever it stands) at the head's end, the rest in the place left for it.
 * @throws Error when the document has no head or no such place, and what a component throws
 */
export function printInto(document: string, tree: ReactNode): string {
  const printed = renderToStaticMarkup(createElement('html', null, createElement('body', null, tree)));
  const headEnd = printed.indexOf('</head><body>');
  const head = printed.slice('<html><head>'.length, headEnd);
  const body = printed.slice(headEnd + '</head><body>'.length, -'</body></html>'.length);
  const documentHeadEnd = document.indexOf('</head>');
  const bodyPlace = document.indexOf(place, documentHeadEnd);
  if (documentHeadEnd === -1 || bodyPlace === -1) throw new Error('the document has no place for the page it is of');
  return (
    document.slice(0, documentHeadEnd) +
    head +
    document.slice(documentHeadEnd, bodyPlace) +
    body +
    document.slice(bodyPlace + place.length)
  );
}
