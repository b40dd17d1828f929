import * as csstree from 'css-tree';
import { styleWords } from '../../edition/style-words.ts';
import { FirewallError } from './refusal.ts';
import { compileSelector, type Selector } from './selectors.ts';

/** A stylesheet compiled once, so that every page can take from it what it uses. */
export type CssPart =
  | { kind: 'declaration'; property: string; text: string; variables: string[] }
  | { kind: 'rule'; selectors: Selector[]; parts: CssPart[] }
  | { kind: 'group'; head: string; variables: string[]; parts: CssPart[] }
  /** Kept when a kept declaration says its name (keyframes, font families, registered properties). */
  | { kind: 'named'; name: string; text: string }
  | { kind: 'statement'; text: string };

const groups = new Set(['media', 'supports', 'container', 'layer', 'starting-style', 'scope']);
const named = new Set(['keyframes', '-webkit-keyframes', 'property', 'counter-style']);

/** @throws FirewallError when the stylesheet fetches anything, writes words or holds what cannot be understood */
export function compileStylesheet(css: string, file: string, names: CssNames): CssPart[] {
  const refuse = (text: string): never => {
    throw new FirewallError('stylesheet', file, text);
  };
  const words = styleWords(css);
  if (words !== null) refuse(words);
  const tree = csstree.parse(css, {
    parseValue: false,
    parseCustomProperty: false,
    parseAtrulePrelude: false,
    onParseError: (error) => refuse(error.message),
  }) as csstree.StyleSheet;
  return compileParts(tree.children, { refuse, names });
}

/** New names for classes and for what starts with two hyphens (custom properties and their kind). */
export type CssNames = { classNamed(name: string): string; dashed(name: string): string };

type Compiler = { refuse(text: string): never; names: CssNames };

function compileParts(nodes: csstree.List<csstree.CssNode>, compiler: Compiler): CssPart[] {
  return nodes.toArray().flatMap((node) => compilePart(node, compiler));
}

function compilePart(node: csstree.CssNode, compiler: Compiler): CssPart[] {
  switch (node.type) {
    case 'Comment':
      return [];
    case 'Declaration':
      return [compileDeclaration(node, compiler)];
    case 'Rule':
      return [compileRule(node, compiler)];
    case 'Atrule':
      return compileAtrule(node, compiler);
    default:
      return compiler.refuse(csstree.generate(node));
  }
}

function compileRule(rule: csstree.Rule, compiler: Compiler): CssPart {
  if (rule.prelude.type !== 'SelectorList') return compiler.refuse(csstree.generate(rule.prelude));
  const selectors = rule.prelude.children
    .toArray()
    .map((selector) => compileSelector(selector, compiler.names.classNamed));
  return { kind: 'rule', selectors, parts: compileParts(rule.block.children, compiler) };
}

function compileDeclaration(node: csstree.Declaration, compiler: Compiler): CssPart {
  const text = shorten(csstree.generate(node), compiler);
  refuseFetching(text, compiler);
  const property = text.slice(0, text.indexOf(':'));
  return { kind: 'declaration', property, text, variables: variablesOf(text) };
}

function compileAtrule(node: csstree.Atrule, compiler: Compiler): CssPart[] {
  const name = node.name.toLowerCase();
  const prelude = node.prelude ? shorten(csstree.generate(node.prelude), compiler) : '';
  if (name === 'charset') return [];
  if (groups.has(name) && node.block) {
    const head = prelude === '' ? `@${name}` : `@${name} ${prelude}`;
    return [
      { kind: 'group', head, variables: variablesOf(prelude), parts: compileParts(node.block.children, compiler) },
    ];
  }
  const text = shorten(csstree.generate(node), compiler);
  refuseFetching(text, compiler);
  if (named.has(name)) return [{ kind: 'named', name: prelude, text }];
  if (name === 'font-face') {
    const family = /font-family:\s*["']?([^;"'}]+)/.exec(text)?.[1] ?? '';
    return [{ kind: 'named', name: family, text }];
  }
  if (name === 'page' || name === 'layer' || name === 'view-transition') return [{ kind: 'statement', text }];
  return compiler.refuse(text);
}

const variablesOf = (text: string): string[] =>
  [...text.matchAll(/var\(\s*(--[^\s,)]+)/g)].map((match) => match[1] as string);

/** The same text with new names and without the spaces that the bundler leaves behind commas. */
function shorten(text: string, { names }: Compiler): string {
  let written = '';
  let afterComma = false;
  csstree.tokenize(text, (type, start, end) => {
    const token = text.slice(start, end);
    if (afterComma && type === csstree.tokenTypes.WhiteSpace) return;
    afterComma = type === csstree.tokenTypes.Comma;
    written += type === csstree.tokenTypes.Ident && token.startsWith('--') ? names.dashed(token) : token;
  });
  return written;
}

/** Nothing is fetched by a style, and no style runs: only `url(#id)` names a part of the page itself. */
function refuseFetching(text: string, compiler: Compiler): void {
  // `<` could end the style element; our own media queries say `<` with a space or `=` behind it at most.
  if (/<[/!a-z]/i.test(text)) compiler.refuse(text);
  csstree.tokenize(text, (type, start, end) => {
    const token = text.slice(start, end);
    if (type === csstree.tokenTypes.Url && !/^url\(\s*#/i.test(token)) compiler.refuse(token);
    if (type !== csstree.tokenTypes.Function) return;
    const name = csstree.ident.decode(token.slice(0, -1)).toLowerCase();
    const local = name === 'url' && /^\s*["']#/.test(text.slice(end));
    if (!local && /^(?:url|src|image|image-set|-webkit-image-set|expression|element)$/.test(name))
      compiler.refuse(text);
  });
}
