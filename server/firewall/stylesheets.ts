import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { AskedFor } from './asked-for.ts';
import { ClassNames, isModuleClass } from './class-names.ts';
import { type CssPart, compileStylesheet } from './css-rules.ts';
import { FirewallError } from './refusal.ts';
import { couldMatch, type OnPage } from './selectors.ts';

export type PageStyle = {
  css: string;
  /** SHA-256 of `css`, base64, for the CSP. Null when the page has no style. */
  hash: string | null;
  /** The class's name on this page; null when no kept rule names it. */
  className(name: string): string | null;
};

const maxStyles = 500;

/** Every stylesheet of a build, compiled once. */
export class Stylesheets {
  readonly #parts = new Map<string, CssPart[]>();
  readonly #names = new ClassNames();
  readonly #asked = new AskedFor();
  readonly #styles = new Map<string, PageStyle>();

  /** `sheets`: address as pages name it -> CSS. @throws FirewallError for a stylesheet that may not be sent */
  constructor(sheets: ReadonlyMap<string, string>) {
    const sorted = [...sheets].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [, css] of sorted) this.#names.learn(css);
    for (const [address, css] of sorted) {
      const parts = compileStylesheet(css, address, {
        classNamed: (name) => this.#names.shorten(name),
        dashed: (name) => this.#names.dashed(name),
      });
      this.#parts.set(address, parts);
      this.#asked.learn(parts);
    }
  }

  /** What of the named stylesheets this page can use, with short class names. @throws FirewallError for an unknown one */
  styleFor(addresses: readonly string[], page: OnPage): PageStyle {
    for (const name of page.classes) if (this.#names.collides(name)) throw new FirewallError('class', 'html', name);
    const sheets = addresses.map((address) => this.#sheet(address));
    // Pages of one kind use the same of what stylesheets ask for.
    const signature = `${addresses.join()};${this.#asked.presentOn(page)}`;
    const known = this.#styles.get(signature);
    if (known) return known;
    const style = this.#makeStyle(sheets.flat(), page);
    if (this.#styles.size >= maxStyles) this.#styles.clear();
    this.#styles.set(signature, style);
    return style;
  }

  #makeStyle(parts: readonly CssPart[], page: OnPage): PageStyle {
    const kept = keepMatching(parts, page);
    const live = findLive(kept);
    const css = write(kept, live);
    const mentioned = new Set<string>();
    collectMentions(kept, mentioned);
    return {
      css,
      hash: css === '' ? null : createHash('sha256').update(css).digest('base64'),
      className: (name) => (mentioned.has(name) || !isModuleClass(name) ? this.#names.shorten(name) : null),
    };
  }

  #sheet(address: string): CssPart[] {
    const parts = this.#parts.get(address.split('?', 1)[0] as string);
    if (!parts) throw new FirewallError('stylesheet', 'link', address);
    return parts;
  }
}

/** Reads the stylesheets of a build folder (`.next`); pages name them `/_next/static/…`. */
export function readStylesheets(buildFolder: string): Stylesheets {
  const folder = join(buildFolder, 'static');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
  const address = (file: string) => `/_next/static/${file.split(sep).join('/')}`;
  return new Stylesheets(new Map(files.map((file) => [address(file), readFileSync(join(folder, file), 'utf8')])));
}

function keepMatching(parts: readonly CssPart[], page: OnPage): CssPart[] {
  return parts.flatMap((part): CssPart[] => {
    if (part.kind === 'group') {
      const inner = keepMatching(part.parts, page);
      return inner.length > 0 ? [{ ...part, parts: inner }] : [];
    }
    if (part.kind !== 'rule') return [part];
    const selectors = part.selectors.filter((selector) => couldMatch(selector.needs, page));
    const inner = selectors.length > 0 ? keepMatching(part.parts, page) : [];
    return inner.length > 0 ? [{ ...part, selectors, parts: inner }] : [];
  });
}

/** Custom properties that some kept declaration reads, directly or through others, and the text of those declarations. */
function findLive(parts: readonly CssPart[]): { variables: Set<string>; values: string } {
  const variables = new Set<string>();
  const definitions = new Map<string, string[]>();
  const values: string[] = [];
  const visit = (part: CssPart) => {
    if (part.kind === 'declaration' && part.property.startsWith('--')) {
      definitions.set(part.property, [...(definitions.get(part.property) ?? []), ...part.variables]);
      values.push(part.text);
      return;
    }
    if (part.kind === 'declaration' || part.kind === 'group') for (const name of part.variables) variables.add(name);
    if (part.kind === 'declaration') values.push(part.text);
    if (part.kind === 'rule' || part.kind === 'group') part.parts.forEach(visit);
  };
  parts.forEach(visit);
  // A Set iterates over what is added meanwhile: this runs until nothing new is found.
  for (const name of variables) for (const next of definitions.get(name) ?? []) variables.add(next);
  return { variables, values: values.join(';') };
}

function write(parts: readonly CssPart[], live: { variables: Set<string>; values: string }): string {
  let css = '';
  let previous: CssPart | null = null;
  for (const part of parts) {
    const text = writePart(part, live);
    if (text === '') continue;
    if (part.kind === 'group' && previous?.kind === 'group' && previous.head === part.head) {
      css = css.slice(0, -1) + text.slice(part.head.length + 1);
      continue;
    }
    css += previous?.kind === 'declaration' ? `;${text}` : text;
    previous = part;
  }
  return css;
}

function writePart(part: CssPart, live: { variables: Set<string>; values: string }): string {
  switch (part.kind) {
    case 'declaration':
      return part.property.startsWith('--') && !live.variables.has(part.property) ? '' : part.text;
    case 'rule':
      return wrap(part.selectors.map((selector) => selector.text).join(','), write(part.parts, live));
    case 'group':
      return wrap(part.head, write(part.parts, live));
    case 'named':
      return live.values.includes(part.name) || live.variables.has(part.name) ? part.text : '';
    case 'statement':
      return part.text;
  }
}

const wrap = (head: string, body: string): string => (body === '' ? '' : `${head}{${body}}`);

function collectMentions(parts: readonly CssPart[], into: Set<string>): void {
  for (const part of parts) {
    if (part.kind === 'rule') for (const { mentions } of part.selectors) for (const name of mentions) into.add(name);
    if (part.kind === 'rule' || part.kind === 'group') collectMentions(part.parts, into);
  }
}
