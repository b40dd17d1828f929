import type { Examined } from './check-page.ts';
import { type Finding, finding } from './finding.ts';

/** Meta elements that hold no words: they have values of their own. */
const technical =
  /^(?:viewport|robots|color-scheme|theme-color|format-detection|referrer|generator|og:type|og:locale(?::alternate)?|og:image:(?:width|height|type)|twitter:card|article:(?:published|modified)_time|application-name)$/;
const technicalValue = /^[\w.,:;=+/ #()-]*$/;
/** Pages search engines are meant to find, as soon as an article stands on them. */
const findable: ReadonlySet<string> = new Set(['front', 'section', 'article']);

/** Checks what a page says of itself to machines: descriptions, share cards, and whether it may be found. */
export function checkMeta({ answer, page, route, site, words }: Examined, leadsToArticles: boolean): Finding[] {
  const findings: Finding[] = [];
  for (const title of page.title)
    if (!words.explains(title)) findings.push(finding(answer.url, 'page.title', 'signed words', title));
  for (const [name, values] of page.meta)
    for (const value of values) {
      const fits = technical.test(name)
        ? technicalValue.test(value)
        : /^https?:/i.test(value)
          ? value.startsWith(`${site.base}/`) || value === site.base
          : words.explains(value);
      if (!fits) findings.push(finding(answer.url, 'page.meta', 'signed words', `${name}: ${value}`));
    }
  const robots = page.meta.get('robots')?.join() ?? '';
  if (answer.status === 200 && route && leadsToArticles && findable.has(route.page) && /noindex|none/.test(robots))
    findings.push(finding(answer.url, 'page.robots', 'a page that may be found', robots));
  return findings;
}
