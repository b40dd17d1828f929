import { passOver } from '../../watch/cycle.ts';
import { SignedSite } from '../../watch/signed-site.ts';
import { type Command, note, print, printJson, readArguments } from '../command.ts';
import { baseOf, spelledOut, trustedKeyOf } from '../watched-site.ts';

export const auditCommand: Command = {
  summary: 'look at every page of a running site as its visitors do and compare it with what the newsroom signed',
  help: `usage: npm run dateline -- audit <address of the site> [--key <id or keys.json>] [--articles <number>] [--json]

One full pass of the watcher: fronts, sections, lists, searches and all articles as a browser, Baiduspider, Googlebot and a
phone that comes from a search result; addresses nobody published, the sitemap, the register and its signature.

  --key <id or file>    the newsroom's key, by its id or from a key list; without it the site's own word is taken once
  --articles <number>   look at the newest articles and as many by chance only, that many of each
  --json                one finding per line: {url, rule, expected, found}

Exit 0 when everything is as it was signed, 1 when something was found, 2 when the site could not be looked at.`,
  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      key: { type: 'string' },
      articles: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const site = new SignedSite(baseOf(positionals, config), trustedKeyOf(values.key));
    const articles = values.articles === undefined ? null : Number(values.articles);
    if (articles !== null && !(Number.isInteger(articles) && articles >= 0))
      throw new Error(`--articles ${values.articles}: name a number of articles`);
    let pages = 0;
    const findings = await passOver(site, { articles, looked: () => pages++ });
    for (const found of findings) values.json ? printJson(found) : print(spelledOut(found));
    note(`${pages} pages looked at, ${findings.length} finding${findings.length === 1 ? '' : 's'}`);
    return findings.length > 0 ? 1 : 0;
  },
};
