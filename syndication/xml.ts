/** XML that is already written, so that it can only come from `element`. */
export class Xml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Attributes = Record<string, string | number | null | undefined>;
/** Words are escaped; nothing stands for null. */
export type Child = Xml | string | null | undefined | readonly Child[];

/** An element with its text escaped. `null` attributes and children are left out. */
export function element(name: string, attributes: Attributes = {}, ...children: Child[]): Xml {
  let start = `<${name}`;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) start += ` ${attribute}="${escapeXml(String(value))}"`;
  }
  const inside = written(children);
  return new Xml(inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`);
}

/** A whole document. `stylesheet` lets people read it in a browser. */
export function xmlDocument(root: Xml, stylesheet?: string): string {
  const style = stylesheet ? `<?xml-stylesheet type="text/css" href="${stylesheet}"?>\n` : '';
  return `<?xml version="1.0" encoding="utf-8"?>\n${style}${root.text}\n`;
}

function written(child: Child): string {
  if (child === null || child === undefined) return '';
  if (child instanceof Xml) return child.text;
  return typeof child === 'string' ? escapeXml(child) : child.map(written).join('');
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** For text and for attributes in double quotes. */
export const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => escapes[character] as string);
