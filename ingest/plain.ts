import { Parser } from 'htmlparser2';
import { oneLine } from './wording.ts';

/** One line of words from a field that may hold markup: tags gone, entities read, `a < b` left alone. */
export function plainLine(text: string): string {
  return oneLine(/[<&]/.test(text) ? withoutMarkup(text.slice(0, longest)) : text);
}

/** Fields of one line; a parser's stack grows with what is left open in them. */
const longest = 20_000;
const silent = new Set(['script', 'style', 'template', 'noscript']);
const breaking = new Set(['br', 'p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'tr', 'blockquote']);

function withoutMarkup(html: string): string {
  let text = '';
  let silence = 0;
  const parser = new Parser({
    onopentag(tag) {
      if (silent.has(tag)) silence++;
      if (breaking.has(tag)) text += ' ';
    },
    ontext(words) {
      if (silence === 0) text += words;
    },
    onclosetag(tag) {
      if (silent.has(tag)) silence--;
    },
  });
  parser.end(html);
  return text;
}
