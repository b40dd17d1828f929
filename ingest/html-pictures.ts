import type { FigureAttrs } from '../article/body.ts';
import { isElement, type PageElement, rawText } from './page.ts';
import { isPictureAddress } from './pictures.ts';
import { oneLine } from './wording.ts';

/** Where lazy loaders keep the real address, most telling first. */
const lazyAttributes = [
  'data-original',
  'data-src',
  'data-lazy-src',
  'data-actualsrc',
  'data-url',
  'data-echo',
  'data-lazy',
  'data-lazyload',
  'data-original-src',
  'data-backsrc',
  'original',
  '_src',
  'src2',
  'file',
  'zoomfile',
];

/** The figure an `img`, `picture` or `figure` element stands for; null for icons, trackers and pictures without an address. */
export function pictureOf(element: PageElement, resolve: (address: string) => string | null): FigureAttrs | null {
  const image = element.tag === 'img' ? element : firstImage(element);
  if (!image || isIcon(image)) return null;
  const address = addressOf(image);
  const src = address && (resolve(address) ?? (isPictureAddress(address) ? address : null));
  if (!src || isOrnament(src)) return null;
  const caption = element.tag === 'figure' ? captionOf(element) : { caption: '', credit: '' };
  return { media: null, src, alt: oneLine(image.attributes.alt ?? '').slice(0, 1_000), ...caption };
}

function firstImage(element: PageElement): PageElement | null {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (child.tag === 'img') return child;
    const inner = firstImage(child);
    if (inner) return inner;
  }
  return null;
}

const placeholder =
  /^data:|(?:^|[/_-])(?:blank|loading|placeholder|spacer|grey|gray|transparent|pixel|lazy|default|none|1x1|s\.gif|dot|t\.gif)[\w-]*\.(?:gif|png|svg|jpe?g)/i;

function addressOf(image: PageElement): string | null {
  const { src, srcset } = image.attributes;
  for (const name of lazyAttributes) {
    const value = image.attributes[name]?.trim();
    if (value && /[./]/.test(value) && !placeholder.test(value)) return value;
  }
  const widest = widestOf(image.attributes['data-srcset'] ?? srcset);
  if (src && !placeholder.test(src.trim())) return src.trim();
  return widest ?? sourceOf(image.parent);
}

/** A `picture` keeps its addresses in `source` elements. */
function sourceOf(parent: PageElement | null): string | null {
  if (parent?.tag !== 'picture') return null;
  for (const child of parent.children)
    if (isElement(child) && child.tag === 'source') {
      const widest = widestOf(child.attributes.srcset ?? child.attributes['data-srcset']);
      if (widest) return widest;
    }
  return null;
}

function widestOf(srcset: string | undefined): string | null {
  let best: { address: string; width: number } | null = null;
  for (const candidate of srcset?.split(/,\s+|,(?=https?:|\/)/) ?? []) {
    const [address, width] = candidate.trim().split(/\s+/);
    const size = Number.parseFloat(width ?? '1') || 1;
    if (address && !placeholder.test(address) && (!best || size > best.width)) best = { address, width: size };
  }
  return best?.address ?? null;
}

/** Smaller than a picture of anything. */
function isIcon({ attributes }: PageElement): boolean {
  for (const side of ['width', 'height']) {
    const size = attributes[side];
    if (size !== undefined && /^\d+(?:px)?$/.test(size) && Number.parseInt(size, 10) < 50) return true;
  }
  return /(?:^|[-_\s])(?:icon|emoji|avatar|logo|qrcode)(?:$|[-_\s])/i.test(
    `${attributes.class ?? ''} ${attributes.id ?? ''}`,
  );
}

const isOrnament = (src: string) =>
  /(?:^|[/_-])(?:qr_?code|erweima|icon|logo|avatar|emoji|end_[a-z]+|btn|button|share|arrow|bullet|spacer|pixel)[\w-]*\.(?:gif|png|svg|jpe?g|webp)(?:$|\?)/i.test(
    src,
  );

function captionOf(figure: PageElement): { caption: string; credit: string } {
  const caption = find(figure, (element) => element.tag === 'figcaption');
  if (!caption) return { caption: '', credit: '' };
  const credit = find(caption, (element) =>
    /credit|copyright|byline|photographer/.test(
      `${element.attributes.class ?? ''} ${element.attributes.itemprop ?? ''}`.toLowerCase(),
    ),
  );
  const creditText = credit ? oneLine(rawText(credit)) : '';
  const whole = oneLine(rawText(caption));
  const rest = creditText && whole !== creditText ? oneLine(whole.replace(creditText, ' ')) : whole;
  return { caption: rest.slice(0, 2_000), credit: whole === creditText ? '' : creditText.slice(0, 300) };
}

function find(element: PageElement, matches: (element: PageElement) => boolean): PageElement | null {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    if (matches(child)) return child;
    const inner = find(child, matches);
    if (inner) return inner;
  }
  return null;
}
