/** Letters that pass for others: `Аpple` with a Cyrillic А, a name spelled with Greek omicrons. */

const alphabets: [string, RegExp][] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
  ['Coptic', /\p{Script=Coptic}/u],
  ['Lisu', /\p{Script=Lisu}/u],
];
/** Cyrillic and Greek letters that are drawn like Latin ones. */
const disguised = /^[аеорсухѕіјһԁԛԝѵәАВЕЅІЈКМНОРСТУХԌԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορυικχ]+$/u;
/** Mathematical, enclosed and other letters that are Latin ones in fancy dress. */
const fancy = /[\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f189}\u24b6-\u24e9\u2100-\u214f]/u;

/**
 * What is odd about the letters of a line, as a sentence about it: letters of two alphabets in one word, a word all in
 * letters that look Latin while the text around has no other of their alphabet. Null when nothing is. Chinese with Latin is not odd.
 */
export function lookalikesIn(line: string, text: string): string | null {
  for (const [word] of line.matchAll(/[\p{L}\p{M}]+/gu)) {
    const letters = word.replace(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/gu,
      '',
    );
    const used = alphabets.filter(([, pattern]) => pattern.test(letters)).map(([name]) => name);
    if (used.length > 1) return `“${word}” mixes ${used.join(' and ')} letters`;
    if (fancy.test(word)) return `“${word}” is set in letters that only look like ordinary ones`;
    const [alphabet] = used;
    if (
      alphabet &&
      alphabet !== 'Latin' &&
      letters.length > 1 &&
      disguised.test(letters) &&
      !hasOthers(text, alphabet, word)
    )
      return `“${word}” looks Latin and is spelled in ${alphabet} letters`;
  }
  return null;
}

/** Whether a text has honest words of an alphabet: then a word of it that could be Latin is just a word. */
function hasOthers(text: string, alphabet: string, word: string): boolean {
  const pattern = alphabets.find(([name]) => name === alphabet)?.[1];
  for (const [other] of text.matchAll(/[\p{L}\p{M}]+/gu))
    if (other !== word && pattern?.test(other) && !disguised.test(other)) return true;
  return false;
}

// Marks that change the direction of text, and letters without width: how a headline is made to read otherwise than it is stored.
const concealed = /[\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\u{e0000}-\u{e007f}]/u;
export const hasConcealedMarks = (line: string): boolean => concealed.test(line);
