import { getSettings, saveSettings } from '../../newsroom/settings.ts';
import { type Command, print, printJson, readArguments } from '../command.ts';
import { readJsonObject } from '../json-argument.ts';
import { openPress, showReaders } from '../press.ts';

export const settingsCommand: Command = {
  summary: 'show or change the name, editions and sections of the site',
  help: `usage: npm run dateline -- settings
       npm run dateline -- settings --json <file>

Without a file it prints the site's settings. The file holds the fields to change, in the shape that is printed; "-" reads
standard input. A field is replaced whole: to add a section, give the whole list. Unknown fields are refused.`,
  async run(args, config) {
    const { values } = readArguments(args, { json: { type: 'string' } });
    const press = openPress(config);
    try {
      if (values.json === undefined) {
        print(JSON.stringify((await getSettings(press.newsroom)).site, null, 2));
        return 0;
      }
      const changes = await readJsonObject(values.json);
      await press.newsroom.exclusively(async () => {
        const settings = await getSettings(press.newsroom);
        await saveSettings(press.newsroom, { ...settings, site: { ...settings.site, ...changes } }, new Date());
      });
      printJson({ sequence: await showReaders(press) });
      return 0;
    } finally {
      press.close();
    }
  },
};
