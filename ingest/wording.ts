/**
 * How text from outside is tidied before it becomes ours. NFC, never NFKC: full-width forms and
 * compatibility characters are the author's choice.
 */

// Zero-width and bidi controls, soft hyphens, object marks, tags: invisible, and a favourite way to hide or disguise words.
const invisible =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is looked for alone
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff9-\uffff\u{e0000}-\u{e0fff}]/gu;
// A zero-width joiner is part of an emoji and nothing else we print.
const strayJoiner =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is looked for alone
  /(?<![\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
// One cheap look decides whether the costly passes are needed.
const plain = /^[\t\n\r -~\u3000-\u303f\u3400-\u9fff\uff01-\uff5e\u2013-\u2027\u00b7]*$/;

/** NFC, well formed, without control, bidi and zero-width characters. Line breaks become `\n`; other white space stays. */
export function cleanText(text: string): string {
  const unbroken = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (plain.test(unbroken)) return unbroken;
  return unbroken
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(control, '')
    .replace(invisible, '')
    .replace(strayJoiner, '');
}

// Characters that set without spaces between them: CJK ideographs, kana, their punctuation, full-width forms.
const wide =
  /[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60]|[\ud840-\ud87f][\udc00-\udfff]/;
export const isWide = (character: string | undefined): boolean => character !== undefined && wide.test(character);

/**
 * White space as CSS Text 3 collapses it: a line break between two wide characters disappears, any other run is one space.
 * The ends are left to the caller.
 */
export function foldSpaces(text: string): string {
  return text.replace(/[\s\u3000]+/gu, (run: string, at: number, whole: string) => {
    if (!run.includes('\n')) return ' ';
    const before = whole[at - 1];
    const after = whole[at + run.length];
    return isWide(before) && isWide(after) ? '' : ' ';
  });
}

/** One printable line: cleaned, folded and trimmed. */
export const oneLine = (text: string): string => foldSpaces(cleanText(text)).trim();

/** The first `limit` characters, whole characters only, with an ellipsis when something was cut. */
export function cutTo(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd()}…`;
}

/** Letters and digits only, lower case: how two wordings of the same thing are compared. */
export const bareWords = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
