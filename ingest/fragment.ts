import type { Block } from '../article/body.ts';
import type { Dropped } from '../article/draft.ts';
import { plainText } from '../article/text.ts';
import { wholeScope } from './body-scope.ts';
import { embedTags, piecesOf } from './html-blocks.ts';
import { leftOut } from './html-left-out.ts';
import type { Piece } from './html-piece.ts';
import { shapeBody } from './html-shape.ts';
import { languageOf } from './language.ts';
import { type Page, type PageElement, parsePage, pathOf } from './page.ts';
import { readFacts, resolveAddress } from './page-facts.ts';
import { vocabularyOf } from './shield-measure.ts';
import { bareWords } from './wording.ts';

export type Fragment = { content: Block[]; dropped: Dropped[]; text: string };

export type FragmentContext = {
  name: string;
  /** Address that relative ones count from. */
  base: string | null;
  /** The field it is, for `dropped`. */
  where: string;
  /** Known already, and left out where the body begins with them again. */
  headline?: string;
  standfirst?: string;
};

/**
 * The blocks of HTML that is an article's body already: a post of an export, an entry of a feed. Nothing is looked for;
 * hidden parts, furniture and what no schema holds are left out and listed.
 * @throws ImportError when it is nested or blown up beyond what any page is
 */
export function readFragment(html: string, context: FragmentContext): Fragment {
  const page = parsePage(html, context.name);
  return readPart(page, page.root, context);
}

/** The same for one element of a page; what stands around it is listed as left out. */
export function readPart(page: Page, part: PageElement, context: FragmentContext): Fragment {
  const facts = { ...readFacts(page), base: context.base, address: context.base };
  const scope = { ...wholeScope(page, ({ tag }) => embedTags.has(tag)), element: part };
  const pieces = piecesOf(part, {
    resolve: (address) => resolveAddress(address, context.base),
    isRemoved: (element) => scope.removed.has(element),
    keepsEmbeds: true,
  });
  const repeated = takeRepeated(pieces, context);
  const content = shapeBody(pieces);
  const text = plainText({ type: 'doc', content });
  const dropped = [
    ...repeated,
    ...leftOut(page, facts, scope, { text: '', element: null }, vocabularyOf(text, languageOf(text))),
  ];
  return { content, text, dropped: dropped.map((entry) => ({ ...entry, where: `${context.where}: ${entry.where}` })) };
}

/** Takes headline and standfirst off the front of a body that repeats them. */
function takeRepeated(pieces: Piece[], { headline, standfirst }: FragmentContext): Dropped[] {
  const taken: Dropped[] = [];
  const known = [headline, standfirst].map((line) => bareWords(line ?? '')).filter(Boolean);
  while (pieces.length > 1 && taken.length < known.length) {
    const first = pieces[0]?.block.type === 'divider' ? 1 : 0;
    const piece = pieces[first];
    const isLine = piece?.block.type === 'heading' || piece?.block.type === 'paragraph';
    if (!piece || !isLine || !known.includes(bareWords(piece.text))) break;
    pieces.splice(0, first + 1);
    taken.push({ text: piece.text, rule: 'boilerplate.headline', where: pathOf(piece.element) });
  }
  return taken;
}
