import { lastPublication } from '../../db/newsroom/queries/outbox.ts';
import { getSettings, saveSettings } from '../../newsroom/settings.ts';
import { nameSite } from '../../publish/keys.ts';
import { projectPending } from '../../publish/projector.ts';
import { loadSample } from '../../sample/load.ts';
import { type Command, note, readArguments } from '../command.ts';
import { openPress } from '../press.ts';

export const prepareCommand: Command = {
  summary: 'bring the databases up to date; what "npm start" runs first',
  help: `usage: npm run dateline -- prepare

Migrates the databases, makes the newsroom's keys where there are none, loads the sample edition into an empty newsroom (unless SAMPLE=0), and shows readers
what was published and not yet shown, for instance after a crash.`,
  async run(args, config) {
    readArguments(args, {});
    const press = openPress(config);
    try {
      nameSite(press.ring, config.publicUrl);
      const untouched = (await lastPublication(press.newsroom)) === 0;
      if (untouched && !config.sample)
        await saveSettings(press.newsroom, await getSettings(press.newsroom), new Date());
      if (untouched && config.sample) await loadSample(config, press.newsroom, note);
      await projectPending(press);
      return 0;
    } finally {
      press.close();
    }
  },
};
