import type { Dropped } from '../article/draft.ts';
import { bodyNameWeight, furnitureRule } from './furniture.ts';
import { elementsOf, isElement, isWithin, type Page, type PageElement, rawText } from './page.ts';
import { isBlock, isProse, linesOf, type PageLine, units } from './page-lines.ts';
import { hiddenRules, hidingReason } from './visibility.ts';

/** Where on a page the article's body stands, found by where the prose is, what the template calls its parts, and schema.org. */

export type Scope = {
  element: PageElement;
  /** Parts left out and why: hidden ones and page furniture. */
  removed: Map<PageElement, Dropped['rule']>;
  /** Every line of the page's body, hidden ones too. */
  lines: PageLine[];
  /** Reading units of prose inside, and on the whole page. */
  prose: number;
  pageProse: number;
};

/** Reading units of prose per element, by document order. */
type Tally = {
  prose: Float64Array;
  /** The part of it that is whole sentences, not titles. */
  sentences: Float64Array;
  text: Float64Array;
  linked: Float64Array;
};

export function findScope(page: Page): Scope {
  const lines = linesOf(page.root, (element) => element.tag === 'head');
  const whole = tally(lines);
  const removed = removedParts(page, whole);
  const kept = linesWithout(page, lines, removed);
  const remaining = tally(kept);
  const top = topCandidate(kept, remaining) ?? page.root;
  const declared = declaredBody(page, removed, remaining, top);
  const element = declared ?? ascend(outOfTable(top), remaining, removed);
  return { element, removed, lines, prose: at(remaining.prose, element), pageProse: at(whole.prose, page.root) };
}

/** A part of a page that was handed over as an article's body: all of it, but for hidden parts and furniture. */
export function wholeScope(page: Page, keep: (element: PageElement) => boolean): Scope {
  const lines = linesOf(page.root, (element) => element.tag === 'head');
  const whole = tally(lines);
  const removed = removedParts(page, whole);
  for (const element of removed.keys()) if (keep(element)) removed.delete(element);
  const prose = at(whole.prose, page.root);
  return { element: page.root, removed, lines, prose, pageProse: prose };
}

/** The lines left when parts are removed. Only a part inside a line makes reading the page again necessary. */
export function linesWithout(page: Page, lines: PageLine[], removed: Map<PageElement, unknown>): PageLine[] {
  const parts = [...removed.keys()];
  if (!parts.every(isBlock)) return linesOf(page.root, (element) => element.tag === 'head' || removed.has(element));
  const gone = new Uint8Array(page.root.end + 1);
  for (const part of parts) gone.fill(1, part.order, part.end + 1);
  return lines.filter(({ element }) => gone[element.order] === 0);
}

const at = (array: Float64Array, element: PageElement): number => array[element.order] ?? 0;

/** How much prose a line holds: sentences count whole, labels little, links nothing. */
function proseOf(line: PageLine): number {
  const unlinked = 1 - line.linked / line.text.length;
  if (unlinked < 0.5) return 0;
  const size = units(line.text) * unlinked;
  const pipes = line.text.match(/[|｜│¦]/g)?.length ?? 0;
  if (isProse(line.text) && size >= 8 && pipes < 5) return size;
  // Verse and captions go without punctuation, and so do menus.
  return unlinked > 0.9 && size >= 16 && pipes < 5 ? size * 0.5 : size * 0.15;
}

const isSentence = (text: string, prose: number) => prose >= 20 && /。|[.!?！？…]["”’』」)）]?$/.test(text);

function tally(lines: PageLine[]): Tally {
  let size = 0;
  for (const line of lines) size = Math.max(size, line.element.order);
  const zeros = () => new Float64Array(size + 1);
  const sums: Tally = { prose: zeros(), sentences: zeros(), text: zeros(), linked: zeros() };
  for (const line of lines) {
    const prose = proseOf(line);
    const sentences = isSentence(line.text, prose) ? prose : 0;
    for (let element: PageElement | null = line.element; element; element = element.parent) {
      sums.prose[element.order] = at(sums.prose, element) + prose;
      sums.sentences[element.order] = at(sums.sentences, element) + sentences;
      sums.text[element.order] = at(sums.text, element) + line.text.length;
      sums.linked[element.order] = at(sums.linked, element) + line.linked;
    }
  }
  return sums;
}

/** A part that holds most of the page's prose is no furniture, whatever its name; a comment section may hold most of it. */
function removedParts(page: Page, { prose, sentences }: Tally): Map<PageElement, Dropped['rule']> {
  const removed = new Map<PageElement, Dropped['rule']>();
  const rules = hiddenRules(page.styles);
  const total = at(prose, page.root);
  const isFurniture = (element: PageElement): boolean => {
    if (element.tag === 'head') return true;
    const hiding = hidingReason(element, rules);
    const rule = hiding ? ('boilerplate.hidden' as const) : furnitureRule(element);
    if (!rule) return false;
    if (hiding && rawText(element).trim() === '') return false;
    const share = total > 0 ? at(sentences, element) / total : 0;
    if (share > mostProse(rule)) return false;
    if (rule !== 'boilerplate.hidden' && holdsHeadline(element)) return false;
    removed.set(element, rule);
    return true;
  };
  elementsOf(page.root, (element) => !isFurniture(element));
  return removed;
}

/** Largest share of the page's sentences a part may hold and still be what its name says. */
function mostProse(rule: string): number {
  if (rule === 'boilerplate.comments') return 0.85;
  if (rule === 'boilerplate.hidden') return 0.6;
  return 0.3;
}

const holdsHeadline = (element: PageElement): boolean => {
  for (const child of elementsOf(element)) if (child.tag === 'h1') return true;
  return false;
};

const paragraphLike = new Set([
  'p',
  'blockquote',
  'pre',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'dd',
  'dt',
  'figcaption',
  'center',
]);

/** The element whose own paragraphs hold the most prose, nearer ancestors counting more. */
function topCandidate(lines: PageLine[], sums: Tally): PageElement | null {
  const scores = new Map<PageElement, number>();
  for (const line of lines) {
    const prose = proseOf(line);
    if (prose < 8) continue;
    let element: PageElement | null = line.element;
    while (element && paragraphLike.has(element.tag)) element = element.parent;
    for (let share = 1; element && share > 0.1; element = element.parent, share *= 0.5)
      scores.set(element, (scores.get(element) ?? 0) + prose * share);
  }
  let top: PageElement | null = null;
  let best = 0;
  for (const [element, score] of scores) {
    const density = at(sums.linked, element) / Math.max(1, at(sums.text, element));
    const final = score * (1 - density) * bodyNameWeight(element);
    if (final > best) {
      best = final;
      top = element;
    }
  }
  return top;
}

/** What schema.org's `articleBody` marks, when it agrees with where the prose is. */
function declaredBody(
  page: Page,
  removed: Map<PageElement, unknown>,
  sums: Tally,
  top: PageElement,
): PageElement | null {
  let best: PageElement | null = null;
  for (const element of elementsOf(page.root, (child) => !removed.has(child))) {
    const { itemprop, property } = element.attributes;
    if (!/\barticleBody\b/i.test(`${itemprop ?? ''} ${property ?? ''}`) || element.tag === 'meta') continue;
    const agrees =
      (isWithin(top, element) && at(sums.prose, element) > 0) ||
      (isWithin(element, top) && at(sums.prose, element) >= 0.6 * at(sums.prose, top));
    if (agrees && (!best || at(sums.prose, element) > at(sums.prose, best))) best = element;
  }
  return best;
}

/** A body is never a few rows of a table; a cell of a layout table it may be. */
function outOfTable(element: PageElement): PageElement {
  let outer = element;
  while (/^(?:tr|tbody|thead|tfoot|table)$/.test(outer.tag) && outer.parent) outer = outer.parent;
  return outer;
}

/** Climbs while the parent holds more of the same: siblings with sentences and few links, most of all siblings of the same make. */
function ascend(top: PageElement, sums: Tally, removed: Map<PageElement, unknown>): PageElement {
  let scope = top;
  let branch = top;
  for (
    let parent = scope.parent;
    parent && !/^(?:html|body|#page)$/.test(parent.tag);
    branch = parent, parent = parent.parent
  ) {
    let more = 0;
    let alike = 0;
    for (const sibling of parent.children) {
      if (!isElement(sibling) || sibling === branch || removed.has(sibling)) continue;
      const density = at(sums.linked, sibling) / Math.max(1, at(sums.text, sibling));
      if (density > 0.2) continue;
      more += at(sums.sentences, sibling);
      if (sibling.tag === branch.tag && sibling.attributes.class === branch.attributes.class)
        alike += at(sums.sentences, sibling);
    }
    const inside = at(sums.prose, scope);
    if ((more >= 0.2 * inside && inside >= 150 && more >= 40) || (alike >= 0.08 * inside && alike >= 40))
      scope = parent;
  }
  return scope;
}
