import type { PageElement } from './page.ts';

/** How templates and injected matter keep text from being seen. Null when nothing says an element is hidden. */

export type HiddenRules = { classes: Map<string, string>; ids: Map<string, string> };

/** Names by which frameworks take text out of sight; the sheet that does it lies elsewhere. */
const forReadersAloud =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|screenreader(?:-only)?|a11y-hidden|assistive-text|offscreen|u-hiddenVisually|element-invisible)(?:\s|$)/i;

/** Class and id selectors of a page's own style sheets that hide what they match, outside `@media`. */
export function hiddenRules(styles: readonly string[]): HiddenRules {
  const rules: HiddenRules = { classes: new Map(), ids: new Map() };
  for (const sheet of styles)
    for (const { prelude, declarations } of topLevelRules(sheet)) {
      const reason = hidingStyle(declarations);
      if (!reason) continue;
      for (const selector of prelude.split(',')) {
        const simple = /^\s*[a-z]*([.#])([\w-]+)\s*$/i.exec(selector);
        if (simple) (simple[1] === '.' ? rules.classes : rules.ids).set(simple[2] as string, reason);
      }
    }
  return rules;
}

/** Rules that are not inside an at-rule. Linear in the length of the sheet. */
function* topLevelRules(sheet: string): Generator<{ prelude: string; declarations: string }> {
  const css = sheet.replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '');
  let start = 0;
  let depth = 0;
  let prelude = '';
  for (let at = 0; at < css.length; at++) {
    const character = css[at];
    if (character === '{') {
      if (depth++ === 0) {
        prelude = css.slice(start, at).trim();
        start = at + 1;
      }
    } else if (character === '}' && depth > 0 && --depth === 0) {
      if (!prelude.startsWith('@')) yield { prelude, declarations: css.slice(start, at) };
      start = at + 1;
    } else if (character === ';' && depth === 0) start = at + 1;
  }
}

/** Why an element is not seen: the declaration or attribute that hides it; null when it is visible as far as the page says. */
export function hidingReason(element: PageElement, rules: HiddenRules): string | null {
  const { attributes } = element;
  if (attributes.hidden !== undefined) return 'hidden attribute';
  if (attributes.popover !== undefined) return 'popover attribute';
  // Ornaments and second copies of what stands beside them, as the page itself says.
  if (attributes['aria-hidden']?.toLowerCase() === 'true') return 'aria-hidden';
  if (attributes.class && forReadersAloud.test(attributes.class)) return 'class for screen readers';
  const inline = attributes.style ? hidingStyle(attributes.style) : null;
  if (inline) return inline;
  if (element.tag === 'marquee' && isTiny(attributes)) return 'marquee';
  if (attributes.id && rules.ids.has(attributes.id)) return rules.ids.get(attributes.id) ?? null;
  if (rules.classes.size > 0 && attributes.class)
    for (const name of attributes.class.split(/\s+/)) {
      const reason = rules.classes.get(name);
      if (reason) return reason;
    }
  return null;
}

const isTiny = (attributes: Record<string, string>) =>
  [attributes.width, attributes.height].some((size) => size !== undefined && Number.parseInt(size, 10) <= 10) ||
  Number(attributes.scrollamount ?? 0) >= 1_000;

/** Editors write the same few styles on every paragraph. */
const judged = new Map<string, string | null>();
const mostJudged = 2_000;

/** The declaration in a style that makes text unseen, as `property:value`. */
function hidingStyle(style: string): string | null {
  const known = judged.get(style);
  if (known !== undefined) return known;
  if (judged.size >= mostJudged) judged.clear();
  const found = hidingDeclaration(style);
  // A style of a page's length is not worth keeping.
  if (style.length < 500) judged.set(style, found);
  return found;
}

function hidingDeclaration(style: string): string | null {
  const declared = new Map<string, string>();
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0)
      declared.set(
        declaration.slice(0, colon).trim(),
        declaration
          .slice(colon + 1)
          .replace('!important', '')
          .trim(),
      );
  }
  const value = (property: string) => declared.get(property) ?? '';
  const size = (property: string) => (declared.has(property) ? Number.parseFloat(value(property)) : Number.NaN);
  const found = (property: string) => `${property}:${value(property)}`;
  if (value('display') === 'none') return found('display');
  if (/^(hidden|collapse)$/.test(value('visibility'))) return found('visibility');
  if (size('opacity') <= 0.05) return found('opacity');
  if (/opacity\(\s*0?(?:\.0\d*)?%?\s*\)/.test(value('filter'))) return found('filter');
  if (isTinyLength(value('font-size'))) return found('font-size');
  if (/(?:^|\s)0*\.?0+(?:px|pt|r?em|%)?(?:\s|\/)/.test(value('font'))) return found('font');
  if (size('zoom') <= 0.1 && !/%/.test(value('zoom'))) return found('zoom');
  if (/scale[xy3d]*\(\s*0?(?:\.0\d*)?\s*[,)]/.test(value('transform'))) return found('transform');
  if (/translate[xy3d]*\(\s*-\s*\d{3,}/.test(value('transform'))) return found('transform');
  if (/^-\s*\d{3,}|\s-\s*\d{3,}/.test(value('translate'))) return found('translate');
  if (colourOf(value('-webkit-text-fill-color')) === 'transparent') return found('-webkit-text-fill-color');
  if (/transparent/.test(value('mask') + value('mask-image') + value('-webkit-mask') + value('-webkit-mask-image')))
    return found('mask');
  if (/^0?(?:\.0\d*)?(?:\s|$)/.test(value('scale')) && value('scale') !== '') return found('scale');
  if (/inset\(\s*(?:[5-9]\d|100)(?:\.\d+)?%|circle\(\s*0|polygon\(\s*0 0\s*,?\s*0?\s*\)/.test(value('clip-path')))
    return found('clip-path');
  if (/^rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)$/.test(value('clip')))
    return found('clip');
  if (value('content-visibility') === 'hidden') return found('content-visibility');
  if (size('text-indent') <= -500) return found('text-indent');
  if (/^(absolute|fixed)$/.test(value('position')))
    for (const side of ['left', 'top', 'right', 'bottom']) if (size(side) <= -500) return found(side);
  for (const side of ['margin-left', 'margin-top']) if (size(side) <= -900) return found(side);
  if (/hidden|clip/.test(value('overflow')))
    for (const side of ['height', 'width', 'max-height']) if (size(side) <= 2) return found(side);
  const colour = colourOf(value('color'));
  if (colour === 'transparent') return found('color');
  if (colour !== null && colour === colourOf(value('background-color') || value('background'))) return found('color');
  return null;
}

/** At most 2 pixels, or a tenth of the text around. */
function isTinyLength(length: string): boolean {
  const number = Number.parseFloat(length);
  if (Number.isNaN(number)) return false;
  if (/em\s*$/.test(length)) return number <= 0.1;
  return /%\s*$/.test(length) ? number <= 10 : number <= 2;
}

/** One spelling for a colour that can be written in several; null when none is named. */
function colourOf(written: string): string | null {
  const value = written.replaceAll(/\s+/g, '');
  if (value === '') return null;
  if (/^(?:transparent|rgba?\([^)]*,0(?:\.0+)?\)|#[\da-f]{3}0|#[\da-f]{6}00)$/.test(value)) return 'transparent';
  if (/^(?:white|#fff|#ffffff|rgba?\(255,255,255(?:,1)?\))$/.test(value)) return 'white';
  if (/^(?:black|#000|#000000|rgba?\(0,0,0(?:,1)?\))$/.test(value)) return 'black';
  return value.replace(/^#([\da-f])([\da-f])([\da-f])$/, '#$1$1$2$2$3$3');
}
