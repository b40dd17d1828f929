import type { FeedPerson } from './feed-model.ts';
import { baseOf, resolveIn } from './feed-text.ts';
import { plainLine } from './plain.ts';
import { childText, isXmlElement, type XmlElement, xmlText } from './xml.ts';

const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*/;

/** The person an element names, in whichever dialect. */
export const personIn = (element: XmlElement, base: string | null): FeedPerson =>
  element.children.some(isXmlElement) ? atomPerson(element, baseOf(element, base)) : writtenPerson(xmlText(element));

/** Dublin Core often repeats the author of RSS; the same name is one person. */
export function addPerson(list: FeedPerson[], person: FeedPerson, onlyIfNone: boolean): void {
  const isNobody = person.name === null && person.email === null && person.url === null;
  if (isNobody || (onlyIfNone && list.length > 0)) return;
  const isThere = list.some(
    ({ name, email }) => name !== null && name === person.name && (email === person.email || person.email === null),
  );
  if (!isThere) list.push(person);
}

/** A person of Atom: name, e-mail and address as elements. */
export function atomPerson(element: XmlElement, base: string | null): FeedPerson {
  const url = childText(element, 'uri') ?? childText(element, 'url') ?? childText(element, 'homepage');
  const name = childText(element, 'name');
  if (name === null && element.children.every((child) => typeof child === 'string'))
    return writtenPerson(element.children.join(''));
  return {
    name: name && plainLine(name),
    email: childText(element, 'email'),
    url: url && (resolveIn(url, base) ?? url),
  };
}

/** A person of RSS and Dublin Core: `me@example.com (Name)`, `Name <me@example.com>`, or one of them. */
export function writtenPerson(text: string): FeedPerson {
  const line = plainLine(text.replace(/<(?=[\w.+-]+@)/, '(').replace(/(?<=@[\w.-]+)>/, ')'));
  const email = address.exec(line)?.[0] ?? null;
  const name = (email ? line.replace(email, '') : line)
    .replace(/\(\s*\)/g, '')
    .replace(/^[\s(<,]+|[\s)>,]+$/g, '')
    .trim();
  return { name: name || null, email, url: null };
}
