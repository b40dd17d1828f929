import { checkPage } from '../../watch/check-page.ts';
import { fetchAs } from '../../watch/fetching.ts';
import { type Finding, finding } from '../../watch/finding.ts';
import { SignedSite } from '../../watch/signed-site.ts';
import { Unproven } from '../../watch/unproven.ts';
import { browser } from '../../watch/visitors.ts';
import { type Command, print, printJson, readArguments } from '../command.ts';
import { spelledOut, trustedKeyOf } from '../watched-site.ts';

export const verifyCommand: Command = {
  summary: 'check one page of any Dateline site against what its newsroom signed',
  help: `usage: npm run dateline -- verify <address of a page> [--key <id or keys.json>] [--json]

Fetches the page, its record (<address>.json), the newsroom's keys and the register, and compares: signature, history, that
this is what is published now, and every word and link of the page. docs/record-format.md says how to do the same elsewhere.

  --key <id or file>    the key you know to be the newsroom's; without it the site's own word is taken

Exit 0 when the page is as it was signed, 1 when it is not, 2 when it could not be checked.`,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      key: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const [given] = positionals;
    if (!given || !URL.canParse(given)) throw new Error('name the address of a page, like https://news.example/news/…');
    const url = new URL(given);
    const site = new SignedSite(url.origin, trustedKeyOf(values.key));
    const { findings, proof } = await examine(site, url);
    if (values.json) printJson({ url: url.href, verified: findings.length === 0, ...proof, findings });
    else for (const line of findings.length > 0 ? findings.map(spelledOut) : told(url, proof)) print(line);
    return findings.length > 0 ? 1 : 0;
  },
};

/** Who signed what of the page; the seal is missing on pages that are no article. */
type Proof = {
  site: string | null;
  key: string;
  sequence: number;
  revision?: number;
  issuedAt?: string;
  seals?: number;
};

async function examine(site: SignedSite, url: URL): Promise<{ findings: Finding[]; proof: Proof | null }> {
  try {
    await site.refresh();
    const answer = await fetchAs(browser, url.href);
    const findings = await checkPage(site, answer);
    const { keys, register } = site;
    const proof: Proof = { site: keys.site, key: register.key, sequence: register.register.sequence };
    const document = await site.record(url.pathname);
    if (document) {
      const { seal, key, history } = document;
      Object.assign(proof, { key, revision: seal.revision, issuedAt: seal.issuedAt, seals: history.length + 1 });
    } else if (answer.status !== 200) {
      findings.push(finding(url.href, 'page.status', '200', String(answer.status)));
    }
    return { findings, proof };
  } catch (error) {
    if (!(error instanceof Unproven)) throw error;
    return { findings: [error.finding], proof: null };
  }
}

function told(url: URL, proof: Proof | null): string[] {
  if (!proof) return [];
  const { site, key, sequence, revision, issuedAt, seals } = proof;
  const what = revision
    ? `revision ${revision}, issued ${issuedAt}, the last of ${seals} in an unbroken history`
    : 'a page made of signed words only';
  return [`${url.href} is as ${site} signed it`, `  ${what}`, `  key ${key}, register ${sequence}`];
}
