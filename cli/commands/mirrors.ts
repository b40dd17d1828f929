import { existsSync } from 'node:fs';
import { type Seen, sightingsSince } from '../../db/audience/queries/sightings.ts';
import { databaseFile, openDatabase } from '../../db/client.ts';
import { checkSchema } from '../../db/files/migrations.ts';
import { type Command, print, printJson, readArguments } from '../command.ts';

const day = 86_400;
const defaultDays = 30;

export const mirrorsCommand: Command = {
  summary: 'list other sites that show this one: copies, mirrors, names that lead here',
  help: `usage: npm run dateline -- mirrors [--days <number>] [--json]

What the running site noticed of others in the last days (default ${defaultDays}), from requests alone, without a script and
without keeping anything of a reader:

  picture   a page of theirs shows pictures of ours. A copy does; so do readers of feeds and picture searches you know.
  host      requests come in under their name: their address leads here, or they pass our pages on.

"dateline verify https://<host>/…" says whose a page is: on a copy the keys name another site. A copy that was fetched once
and shows nothing of ours any more is not seen here; search for a sentence of a new article.

Exit 0 when nobody was seen, 1 when somebody was.`,
  async run(args, config) {
    const { values } = readArguments(args, {
      days: { type: 'string', default: String(defaultDays) },
      json: { type: 'boolean', default: false },
    });
    const days = Number(values.days);
    if (!Number.isInteger(days) || days < 1) throw new Error(`--days ${values.days}: name a number of days`);
    const since = Math.floor(Date.now() / 1000) - days * day;
    const seen = await readSightings(config.audienceDatabaseUrl, since);
    for (const sighting of seen) values.json ? printJson(written(sighting)) : print(spelledOut(sighting));
    if (seen.length === 0 && !values.json) print(`nobody was seen in the last ${days} days`);
    return seen.length > 0 ? 1 : 0;
  },
};

async function readSightings(url: string, since: number): Promise<Seen[]> {
  if (!existsSync(databaseFile(url))) return [];
  const audience = openDatabase(url, { readonly: true });
  try {
    checkSchema(audience, 'audience');
    return await sightingsSince(audience, since);
  } finally {
    audience.close();
  }
}

const dateOf = (moment: number) => new Date(moment * 1000).toISOString().slice(0, 10);
const written = ({ first, last, ...seen }: Seen) => ({
  ...seen,
  first: new Date(first * 1000).toISOString(),
  last: new Date(last * 1000).toISOString(),
});
const spelledOut = ({ host, signal, count, first, last }: Seen) =>
  `${signal.padEnd(8)} ${host}  ${count} time${count === 1 ? '' : 's'}, ${dateOf(first)} to ${dateOf(last)}`;
