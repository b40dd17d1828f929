import type { Examined } from './check-page.ts';
import { type Finding, finding } from './finding.ts';

/** Values of structured data that are no words: vocabulary, times, languages, numbers. */
const plain =
  /^(?:https?:\/\/schema\.org\/?\w*|\d{4}-\d\d-\d\dT[\d:]+(?:[+-]\d\d:\d\d|Z)|\d{4}-\d\d-\d\d|[a-z]{2}(?:-[A-Za-z]{2,4})*|required name=\w+)$/;

/** Checks structured data: every word is a signed one, every address the site's own or the record's. */
export function checkData({ answer, page, site, words, outbound }: Examined): Finding[] {
  const findings: Finding[] = [];
  const visit = (value: unknown, key: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, key);
    else if (value !== null && typeof value === 'object')
      for (const [name, item] of Object.entries(value)) visit(item, name);
    else if (typeof value === 'string' && !fits(value, key))
      findings.push(finding(answer.url, 'page.data', 'signed words and addresses', `${key}: ${value}`));
  };
  const fits = (value: string, key: string): boolean => {
    if (key === '@type' || plain.test(value)) return true;
    if (/^[a-z][a-z\d+.-]*:\S+$/i.test(value))
      return (
        value.startsWith(`${site.base}/`) || value === site.base || outbound.has(value) || /^mailto:[^?]+$/.test(value)
      );
    return words.explains(value);
  };
  for (const text of page.data) {
    try {
      visit(JSON.parse(text), '');
    } catch {
      findings.push(finding(answer.url, 'page.data', 'JSON', text));
    }
  }
  return findings;
}
