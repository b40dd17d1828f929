import { Converter } from 'opencc-js';

/**
 * Search form of text: full-width to half-width, lower case, Traditional to Simplified, one character for one,
 * so that offsets in the folded text are offsets in the original. Both the index and the query are folded.
 */
export function fold(text: string): string {
  let folded = '';
  for (let index = 0; index < text.length; index++) folded += foldUnit(text.charCodeAt(index));
  return folded;
}

const cache = new Map<number, string>();
let simplify: ((text: string) => string) | undefined;

function foldUnit(unit: number): string {
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a ? String.fromCharCode(unit + 32) : String.fromCharCode(unit);
  const known = cache.get(unit);
  if (known !== undefined) return known;
  const folded = foldOnce(unit);
  cache.set(unit, folded);
  return folded;
}

function foldOnce(unit: number): string {
  const character = String.fromCharCode(unit);
  if (unit === 0x3000) return ' ';
  if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0).toLowerCase();
  if (unit >= 0x3400 && unit <= 0x9fff) {
    simplify ??= Converter({ from: 't', to: 'cn' });
    const simplified = simplify(character);
    return simplified.length === 1 ? simplified : character;
  }
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower : character;
}

const han = /[\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud87f][\udc00-\udfff]/u;

/** Runs of a folded text: Han runs and words of other scripts, punctuation between them gone. */
export function wordRuns(folded: string): { text: string; isHan: boolean }[] {
  return Array.from(
    folded.matchAll(/[\u3400-\u9fff\uf900-\ufaff]+|(?:(?![\u3400-\u9fff\uf900-\ufaff])[\p{L}\p{N}])+/gu),
    ([text]) => ({
      text,
      isHan: han.test(text),
    }),
  );
}

/**
 * Index terms, space-separated: overlapping pairs of Han characters with the last one alone at the end
 * (so that every character starts a term), and whole words of other scripts.
 */
export function indexTerms(folded: string): string {
  const terms: string[] = [];
  for (const { text, isHan } of wordRuns(folded)) {
    if (!isHan) terms.push(text);
    else for (let i = 0; i < text.length; i++) terms.push(text.slice(i, i + 2));
  }
  return terms.join(' ');
}
