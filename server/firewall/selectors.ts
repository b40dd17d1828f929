import * as csstree from 'css-tree';
import { FirewallError } from './refusal.ts';

/** What must be on a page for a selector to match there. Every entry of `all`, and one of each list in `some`. */
export type Needs = { elements: string[]; classes: string[]; ids: string[]; attributes: string[]; some: Needs[][] };

export type Selector = {
  text: string;
  needs: Needs;
  /** Every class the text names, by its name in the page's source; needed or not. */
  mentions: string[];
};

/** What a page holds, before any renaming. */
export type OnPage = {
  elements: ReadonlySet<string>;
  classes: ReadonlySet<string>;
  ids: ReadonlySet<string>;
  /** `name` and `name=value` of the attributes that `isTelling`, in lower case. */
  attributes: ReadonlySet<string>;
};

/** Attributes whose absence tells that a selector cannot match. The theme is added to pages later; `open` changes in the browser. */
export const isTelling = (attribute: string): boolean => /^(?:lang$|aria-|data-(?!theme$))/.test(attribute);

/** Pseudo-classes whose arguments are selectors that have to match something on the page. */
const matching = new Set(['is', 'where', 'has', '-webkit-any', '-moz-any', 'host', 'slotted']);

/** Reads a selector and renames its classes. */
export function compileSelector(node: csstree.CssNode, rename: (className: string) => string): Selector {
  const needs = needsOf(node);
  const mentions: string[] = [];
  csstree.walk(node, (part) => {
    // Classes are renamed and left out, so only their presence may be asked for otherwise.
    if (part.type === 'AttributeSelector' && part.name.name === 'class' && part.matcher !== null)
      throw new FirewallError('stylesheet', 'selector', csstree.generate(node));
    if (part.type !== 'ClassSelector') return;
    mentions.push(part.name);
    part.name = rename(part.name);
  });
  return { text: csstree.generate(node), needs, mentions };
}

/** Whether the selector could match; never false for one that does. */
export const couldMatch = (needs: Needs, page: OnPage): boolean =>
  needs.elements.every((name) => page.elements.has(name)) &&
  needs.classes.every((name) => page.classes.has(name)) &&
  needs.ids.every((name) => page.ids.has(name)) &&
  needs.attributes.every((name) => page.attributes.has(name)) &&
  needs.some.every((alternatives) => alternatives.some((alternative) => couldMatch(alternative, page)));

function needsOf(selector: csstree.CssNode): Needs {
  const needs: Needs = { elements: [], classes: [], ids: [], attributes: [], some: [] };
  if (!('children' in selector) || !selector.children) return needs;
  for (const part of selector.children as csstree.List<csstree.CssNode>) {
    if (part.type === 'TypeSelector') {
      const name = part.name.toLowerCase();
      if (/^[a-z][a-z\d-]*$/.test(name)) needs.elements.push(name);
    } else if (part.type === 'ClassSelector') needs.classes.push(part.name);
    else if (part.type === 'IdSelector') needs.ids.push(part.name);
    else if (part.type === 'AttributeSelector') needs.attributes.push(...attributeNeeds(part));
    else if (part.type === 'PseudoClassSelector' && matching.has(part.name.toLowerCase()) && part.children) {
      const alternatives = part.children.toArray().flatMap(selectorsIn);
      if (alternatives.length > 0) needs.some.push(alternatives.map(needsOf));
    }
  }
  return needs;
}

function attributeNeeds({ name, matcher, value }: csstree.AttributeSelector): string[] {
  const attribute = name.name.toLowerCase();
  if (!isTelling(attribute) || (matcher !== null && matcher !== '=')) return [];
  if (!value) return [attribute];
  return [`${attribute}=${(value.type === 'String' ? value.value : value.name).toLowerCase()}`];
}

/** `:is(a, b)` holds one list of selectors; anything unread (Raw) demands nothing. */
function selectorsIn(node: csstree.CssNode): csstree.CssNode[] {
  return node.type === 'SelectorList' ? node.children.toArray() : [node];
}
