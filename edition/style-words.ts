/**
 * A declaration of a style sheet that would write words onto a page, or null. Ours write marks and counted numbers; words come
 * with the page, where they are proven. Fonts have names, and those are no words.
 */
export function styleWords(css: string): string | null {
  for (const [declaration, value = ''] of css.matchAll(writing)) {
    const plain = value.replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) => characterOf(code));
    if (
      /\b(?:var|attr|url)\(/i.test(plain) ||
      (plain.match(/"[^"]*"|'[^']*'/g) ?? []).some((text) => /[\p{L}\p{N}]/u.test(text))
    )
      return declaration;
  }
  return null;
}

/** Properties whose strings are shown. */
const writing =
  /(?<![\w-])(?:content|quotes|list-style(?:-type)?|text-emphasis(?:-style)?|text-overflow|hyphenate-character|symbols|prefix|suffix)\s*:\s*((?:"[^"]*"|'[^']*'|[^;}])*)/gi;

function characterOf(code: string): string {
  const point = Number.parseInt(code, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}
