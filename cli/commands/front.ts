import { getSettings, saveSettings } from '../../newsroom/settings.ts';
import { namedArticle } from '../article-argument.ts';
import { type Command, print, printJson, readArguments } from '../command.ts';
import { openPress, showReaders } from '../press.ts';

export const frontCommand: Command = {
  summary: 'choose the lead story and the secondary leads of the front page',
  help: `usage: npm run dateline -- front [--json] [<id, slug or address>...]

The first article leads, the others follow in order; the newest articles fill what is left. Without articles the front is all automatic.`,
  async run(args, config) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean', default: false } });
    const press = openPress(config);
    try {
      const front: string[] = [];
      await press.newsroom.exclusively(async () => {
        for (const name of positionals) front.push((await namedArticle(press.newsroom, name)).id);
        await saveSettings(press.newsroom, { ...(await getSettings(press.newsroom)), front }, new Date());
      });
      const sequence = await showReaders(press);
      if (values.json) printJson({ sequence, front });
      else print(`front page set, sequence ${sequence}`);
      return 0;
    } finally {
      press.close();
    }
  },
};
