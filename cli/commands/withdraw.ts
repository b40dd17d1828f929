import { withdrawArticle } from '../../newsroom/articles.ts';
import { namedArticle } from '../article-argument.ts';
import { type Command, print, printJson, readArguments } from '../command.ts';
import { openPress, showReaders } from '../press.ts';

export const withdrawCommand: Command = {
  summary: 'take a published article back, with a public reason',
  help: `usage: npm run dateline -- withdraw <id, slug or address> --reason <text> [--json]

Its address answers 410 with the reason from now on, and it leaves every list, feed and recommendation.`,
  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      reason: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    if (!values.reason) throw new Error('say why with --reason <text>; readers see it');
    const press = openPress(config);
    try {
      const { reason } = values;
      const saved = await press.newsroom.exclusively(async () =>
        withdrawArticle(press.newsroom, await namedArticle(press.newsroom, positionals[0]), reason, new Date()),
      );
      const sequence = await showReaders(press);
      if (values.json) printJson({ sequence, ...saved });
      else print(`withdrawn ${saved.path}, sequence ${sequence}`);
      return 0;
    } finally {
      press.close();
    }
  },
};
