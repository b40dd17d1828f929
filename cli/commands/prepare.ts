import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAudienceWriter } from '../../db/audience/writer.ts';
import { databaseFile } from '../../db/client.ts';
import { flawIn, setAside } from '../../db/files/set-aside.ts';
import { lastPublication } from '../../db/newsroom/queries/outbox.ts';
import { getSettings, saveSettings } from '../../newsroom/settings.ts';
import { nameSite } from '../../publish/keys.ts';
import { loadSample } from '../../sample/load.ts';
import type { Config } from '../../server/config.ts';
import { type Command, note, readArguments } from '../command.ts';
import { type OpenPress, openPress, showReaders } from '../press.ts';

export const prepareCommand: Command = {
  summary: 'bring the databases up to date; what "npm start" runs first',
  help: `usage: npm run dateline -- prepare

Migrates the databases, makes the newsroom's keys where there are none, loads the sample edition into an empty newsroom (unless SAMPLE=0), and shows readers
what was published and not yet shown, for instance after a crash. What readers see is made anew, and reads are counted anew, when
another version of Dateline made those files; a newsroom that this version cannot go on with is refused.`,
  async run(args, config) {
    readArguments(args, {});
    const press = openPress(config);
    try {
      nameSite(press.ring, config.publicUrl);
      const untouched = (await lastPublication(press.newsroom)) === 0;
      if (untouched && !config.sample)
        await saveSettings(press.newsroom, await getSettings(press.newsroom), new Date());
      await loadSampleOnce(press, config, untouched);
      await showReaders(press);
      prepareCounters(config.audienceDatabaseUrl);
      return 0;
    } finally {
      press.close();
    }
  },
};

/** Pages must not ask tables of another version. Whatever else is wrong with the file, the running site says so and waits. */
function prepareCounters(url: string): void {
  if (!existsSync(databaseFile(url))) return;
  try {
    openAudienceWriter(url).close();
  } catch (error) {
    const flaw = flawIn(error);
    if (flaw === 'of another version')
      note(`audience.db was ${flaw}; reads are counted anew, and the old file kept as ${setAside(url, flaw)}`);
  }
}

/** Into an untouched newsroom. A start that was killed halfway has left a mark; what is there already stays as it is. */
async function loadSampleOnce(press: OpenPress, config: Config, untouched: boolean): Promise<void> {
  const mark = join(config.dataDir, 'sample.loading');
  if (!config.sample || !(untouched || existsSync(mark))) return;
  writeFileSync(mark, '');
  await loadSample(config, press.newsroom, note);
  rmSync(mark);
}
