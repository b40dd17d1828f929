/** Something a visitor was shown that the newsroom did not sign, or was not shown that it did. */
export type Finding = {
  url: string;
  /** `area.what`: `article.text`, `page.link`, `site.missing`, `register.signature`, … */
  rule: string;
  expected: string;
  found: string;
};

const mostShown = 300;

/** A finding with both sides cut to a length that fits a line. */
export const finding = (url: string, rule: string, expected: string, found: string): Finding => ({
  url,
  rule,
  expected: cut(expected),
  found: cut(found),
});

const cut = (text: string) => (text.length > mostShown ? `${text.slice(0, mostShown)}…` : text);

/** Where two texts first differ, with a little around it: what a person looks for in two long texts. */
export function difference(expected: string, found: string): [expected: string, found: string] {
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at++;
  const start = Math.max(0, at - 20);
  const piece = (text: string) => `${start > 0 ? '…' : ''}${text.slice(start, at + 120)}`;
  return [piece(expected), piece(found)];
}
