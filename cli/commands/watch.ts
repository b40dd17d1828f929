import { setTimeout as wait } from 'node:timers/promises';
import { type Pass, passOver } from '../../watch/cycle.ts';
import { NoAnswer } from '../../watch/fetching.ts';
import { type Finding, finding } from '../../watch/finding.ts';
import { type Channel, mail, News, webhook } from '../../watch/report.ts';
import { SignedSite } from '../../watch/signed-site.ts';
import { type Command, note, print, printJson, readArguments } from '../command.ts';
import { baseOf, spelledOut, trustedKeyOf } from '../watched-site.ts';

const defaultArticles = 20;
/** A pass starts this long after the one before it started, in seconds. */
const defaultEvery = 30;

export const watchCommand: Command = {
  summary: 'keep looking at a running site as its visitors do, and tell when it shows what the newsroom did not sign',
  help: `usage: npm run dateline -- watch <address of the site> [options]

Runs until it is stopped, on any machine that reaches the site. It needs no access to the newsroom, only its key.

  --key <id or file>    the newsroom's key, by its id or from a key list (keys.json); without it the site's own word is taken once
  --every <seconds>     start a pass this often, at most every 60 seconds (default ${defaultEvery})
  --articles <number>   look at that many of the newest articles each time, and at as many by chance (default ${defaultArticles})
  --webhook <address>   post {site, at, findings} as JSON
  --mail <address>      mail findings, over the server that SMTP_URL names (smtps://user:password@mail.example)
  --json                one finding per line on stdout: {at, url, rule, expected, found}

A finding is told once, and again after an hour if it is still there.`,
  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      key: { type: 'string' },
      every: { type: 'string', default: String(defaultEvery) },
      articles: { type: 'string', default: String(defaultArticles) },
      webhook: { type: 'string' },
      mail: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const every = Number(values.every);
    if (!(every >= 1 && every <= 60)) throw new Error(`--every ${values.every}: from 1 to 60 seconds`);
    const channels: Channel[] = values.webhook ? [webhook(values.webhook)] : [];
    if (values.mail) {
      if (!config.smtpUrl) throw new Error('--mail: say which server sends it with SMTP_URL');
      channels.push(mail(config.smtpUrl, values.mail, config.mailFrom ?? values.mail));
    }
    const site = new SignedSite(baseOf(positionals, config), trustedKeyOf(values.key));
    const stopped = new AbortController();
    process.once('SIGTERM', () => stopped.abort()).once('SIGINT', () => stopped.abort());
    const news = new News();
    const teller = new Teller(channels, site.base);
    const found = (findings: readonly Finding[]) => {
      const fresh = news.of(findings);
      for (const one of fresh)
        values.json ? printJson({ at: new Date().toISOString(), ...one }) : print(spelledOut(one));
      teller.add(fresh);
    };
    note(`watching ${site.base}`);
    while (!stopped.signal.aborted) {
      const began = Date.now();
      await lookOnce(site, { articles: Number(values.articles), found });
      await teller.done();
      const rest = Math.max(0, began + every * 1000 - Date.now());
      await wait(rest, undefined, { signal: stopped.signal }).catch(() => {});
    }
    return 0;
  },
};

/** A site that does not answer is told of, too: whoever watches should know that nothing can be seen. */
async function lookOnce(site: SignedSite, pass: Required<Pick<Pass, 'articles' | 'found'>>): Promise<void> {
  try {
    await passOver(site, pass);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    pass.found([finding(site.base, 'site.answer', 'an answer', error.message)]);
  }
}

/** Sends findings as they come, those that come while some are being sent together afterwards. */
class Teller {
  readonly #channels: readonly Channel[];
  readonly #site: string;
  #waiting: Finding[] = [];
  #telling: Promise<void> | null = null;

  constructor(channels: readonly Channel[], site: string) {
    this.#channels = channels;
    this.#site = site;
  }

  add(findings: readonly Finding[]): void {
    this.#waiting.push(...findings);
    if (this.#waiting.length > 0) this.#telling ??= this.#tellAll();
  }

  /** Resolves when everything was sent. */
  async done(): Promise<void> {
    await this.#telling;
  }

  async #tellAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const findings = this.#waiting.splice(0);
      for (const channel of this.#channels)
        await channel(this.#site, findings).catch((error: Error) =>
          note(`the findings could not be sent: ${error.message}`),
        );
    }
    this.#telling = null;
  }
}
