import { booleanAttributes } from './elements.ts';
import type { Token } from './read.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: HTML has no place for these characters
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text between tags, of HTML and of XML. */
export const escapeText = (text: string) =>
  /[&<>]/.test(text) ? text.replaceAll(/[&<>]/g, (character) => escapes[character] as string) : text;
/** Text between double quotes. */
export const escapeValue = (text: string) =>
  /[&<"]/.test(text) ? text.replaceAll(/[&<"]/g, (character) => escapes[character] as string) : text;
export const visible = (text: string) =>
  forbidden.test(text) ? text.replace(new RegExp(forbidden, 'g'), '\ufffd') : text;

/**
 * Writes what was read, and only that, with everything escaped anew. `style` is the content of the one style element;
 * `className` gives a class's name on the page, null for one that no rule uses.
 */
export function writePage(tokens: readonly Token[], style: string, className: (name: string) => string | null): string {
  let html = '<!DOCTYPE html>';
  for (const token of tokens) {
    switch (token.kind) {
      case 'open':
        html += `<${token.name}${writeAttributes(token.attributes, className)}>`;
        break;
      case 'close':
        html += `</${token.name}>`;
        break;
      case 'text':
        html += escapeText(visible(token.text));
        break;
      case 'data':
        html += `<script type="application/ld+json">${token.json}</script>`;
        break;
      case 'style':
        if (style !== '') html += `<style>${style}</style>`;
        break;
    }
  }
  return html;
}

function writeAttributes(attributes: [string, string][], className: (name: string) => string | null): string {
  let text = '';
  for (const [name, value] of attributes) {
    const written = name === 'class' ? writeClasses(value, className) : value;
    if (name === 'class' && written === '') continue;
    text += written === '' && booleanAttributes.has(name) ? ` ${name}` : ` ${name}="${escapeValue(visible(written))}"`;
  }
  return text;
}

function writeClasses(value: string, className: (name: string) => string | null): string {
  const names: string[] = [];
  for (const name of value.split(/\s+/)) {
    const written = name === '' ? null : className(name);
    if (written !== null) names.push(written);
  }
  return names.join(' ');
}
