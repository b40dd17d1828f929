import type { Block, Body, FigureAttrs, Inline, List, ListItem, Mark, Table, TableCell } from '../article/body.ts';
import type { ArticleRecord, Correction, Media } from '../article/record.ts';
import { renditionName, renditionWidths } from '../article/rendition.ts';
import { catalogueFor } from '../edition/catalogue.ts';
import { formatDateTime } from '../edition/dates.ts';
import { mediaPath } from '../edition/paths.ts';
import type { Edition, Site } from '../edition/site.ts';
import { escapeXml } from './xml.ts';

/** Where a copy of an article is from: everything its addresses are completed with. */
export type Home = { site: Site; edition: Edition; origin: string };

/** A whole article as HTML that stands alone: lead picture, text, corrections. Absolute addresses, no class, nothing that runs. */
export function articleHtml(record: ArticleRecord, home: Home): string {
  const lead = record.lead ? figure(record.lead, record.media, home) : '';
  return lead + bodyHtml(record.body, record.media, home) + correctionsHtml(record.corrections, home);
}

/** The text alone. */
export function bodyHtml(body: Body, media: Record<string, Media>, home: Home): string {
  const writer = new BodyWriter(media, home);
  return body.content.map((block) => writer.block(block)).join('');
}

export function correctionsHtml(corrections: readonly Correction[], { site, edition }: Home): string {
  const words = catalogueFor(edition.language);
  return corrections
    .map(({ at, text }) => {
      const when = words.correctedOn(formatDateTime(at, site.timeZone, edition.language));
      return `<div><b>${escapeXml(when)}</b><p>${escapeXml(text)}</p></div>`;
    })
    .join('');
}

/** The width pictures have in a feed, in pixels: that of a column. */
const pictureWidth = 960;

/** The rendition of a stored picture that travels. */
export function travellingPicture(id: string, size: Media): { name: string; width: number; height: number } {
  const widths = renditionWidths(size.width);
  const width = widths.find((candidate) => candidate >= pictureWidth) ?? (widths.at(-1) as number);
  const height = Math.max(1, Math.round((width * size.height) / size.width));
  return { name: renditionName(id, width, 'jpg'), width, height };
}

function figure(attrs: FigureAttrs, media: Record<string, Media>, { origin }: Home): string {
  const size = attrs.media ? media[attrs.media] : undefined;
  const { caption, credit } = attrs;
  const words = [caption && escapeXml(caption), credit && `<small>${escapeXml(credit)}</small>`].filter(Boolean);
  const under = words.length > 0 ? `<figcaption>${words.join(' ')}</figcaption>` : '';
  if (!attrs.media || !size) return under && `<figure>${under}</figure>`;
  const { name, width, height } = travellingPicture(attrs.media, size);
  const src = origin + mediaPath(name);
  return `<figure><img src="${src}" alt="${escapeXml(attrs.alt)}" width="${width}" height="${height}">${under}</figure>`;
}

class BodyWriter {
  readonly #media: Record<string, Media>;
  readonly #home: Home;

  constructor(media: Record<string, Media>, home: Home) {
    this.#media = media;
    this.#home = home;
  }

  block(block: Block): string {
    switch (block.type) {
      case 'paragraph':
        return `<p>${this.#inlines(block.content)}</p>`;
      case 'heading':
        return `<h${block.attrs.level}>${this.#inlines(block.content)}</h${block.attrs.level}>`;
      case 'bulletList':
      case 'orderedList':
        return this.#list(block);
      case 'quote': {
        const cite = block.attrs.cite ? `<small>${escapeXml(block.attrs.cite)}</small>` : '';
        return `<blockquote>${block.content.map((p) => this.block(p)).join('')}${cite}</blockquote>`;
      }
      case 'figure':
        return figure(block.attrs, this.#media, this.#home);
      case 'table':
        return this.#table(block);
      case 'embed': {
        const { url, title, description } = block.attrs;
        const after = description ? `<br>${escapeXml(description)}` : '';
        return `<p><a href="${this.#address(url)}">${escapeXml(title || url)}</a>${after}</p>`;
      }
      case 'divider':
        return '<hr>';
      case 'correction': {
        const label = catalogueFor(this.#home.edition.language).correction;
        return `<div><b>${escapeXml(label)}</b>${block.content.map((p) => this.block(p)).join('')}</div>`;
      }
    }
  }

  #list(list: List): string {
    const items = list.content.map((item) => `<li>${this.#item(item)}</li>`).join('');
    if (list.type === 'bulletList') return `<ul>${items}</ul>`;
    return list.attrs.start === 1 ? `<ol>${items}</ol>` : `<ol start="${list.attrs.start}">${items}</ol>`;
  }

  #item({ content }: ListItem): string {
    const spaced = content.filter(({ type }) => type === 'paragraph').length > 1;
    return content
      .map((child) => (child.type === 'paragraph' && !spaced ? this.#inlines(child.content) : this.block(child)))
      .join('');
  }

  #table({ content }: Table): string {
    const rows = content.map((row) => `<tr>${row.content.map((cell) => this.#cell(cell)).join('')}</tr>`);
    return `<table>${rows.join('')}</table>`;
  }

  #cell({ type, attrs: { colspan, rowspan }, content }: TableCell): string {
    const name = type === 'tableHeader' ? 'th' : 'td';
    const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`;
    return `<${name}${spans}>${this.#inlines(content)}</${name}>`;
  }

  #inlines(content: readonly Inline[] = []): string {
    return content
      .map((node) => {
        if (node.type === 'hardBreak') return '<br>';
        return (node.marks ?? []).reduceRight((inner, mark) => this.#mark(mark, inner), escapeXml(node.text));
      })
      .join('');
  }

  #mark(mark: Mark, inner: string): string {
    switch (mark.type) {
      case 'bold':
        return `<strong>${inner}</strong>`;
      case 'italic':
        return `<em>${inner}</em>`;
      case 'sub':
      case 'sup':
        return `<${mark.type}>${inner}</${mark.type}>`;
      case 'link':
        return `<a href="${this.#address(mark.attrs.href)}">${inner}</a>`;
      case 'ruby':
        return `<ruby>${inner}<rp>(</rp><rt>${escapeXml(mark.attrs.text)}</rt><rp>)</rp></ruby>`;
      case 'verbatim': {
        const { lang } = mark.attrs;
        return `<span translate="no"${lang ? ` lang="${escapeXml(lang)}"` : ''}>${inner}</span>`;
      }
    }
  }

  #address(href: string): string {
    return escapeXml(href.startsWith('/') ? this.#home.origin + href : href);
  }
}
