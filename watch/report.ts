import { createTransport } from 'nodemailer';
import type { Finding } from './finding.ts';

/** Whoever has to know. A channel that fails is no reason to stop watching; the reason is told. */
export type Channel = (site: string, findings: readonly Finding[]) => Promise<void>;

const timeoutMs = 10_000;

/** Posts `{site, at, findings}` as JSON. @throws when the address does not take it */
export const webhook =
  (address: string): Channel =>
  async (site, findings) => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ site, at: new Date().toISOString(), findings }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  };

/** Mails the findings. `smtp` is an address like `smtps://user:password@mail.example`. @throws when it cannot be sent */
export function mail(smtp: string, to: string, from: string): Channel {
  const transport = createTransport(smtp);
  return async (site, findings) => {
    const lines = findings.map(
      ({ url, rule, expected, found }) => `${url}\n  ${rule}\n  expected: ${expected}\n  found:    ${found}`,
    );
    await transport.sendMail({
      from,
      to,
      subject: `${new URL(site).host}: ${findings.length} finding${findings.length === 1 ? '' : 's'} of the watcher`,
      text: `${site} shows its visitors what the newsroom did not sign.\n\n${lines.join('\n\n')}\n`,
    });
  };
}

/** Which findings are news: each is told once, and again after an hour if it is still there. */
export class News {
  readonly #told = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  of(findings: readonly Finding[]): Finding[] {
    const now = this.#now();
    const fresh = findings.filter(
      (finding) => now - (this.#told.get(keyOf(finding)) ?? Number.NEGATIVE_INFINITY) > repeatAfter,
    );
    for (const finding of fresh) this.#told.set(keyOf(finding), now);
    return fresh;
  }
}

const repeatAfter = 3_600_000;
const keyOf = ({ url, rule }: Finding) => `${rule} ${url}`;
