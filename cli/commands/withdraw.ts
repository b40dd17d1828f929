import { withdrawArticle } from '../../newsroom/articles.ts';
import { projectPending } from '../../publish/projector.ts';
import { namedArticle } from '../article-argument.ts';
import { type Command, print, printJson, readArguments } from '../command.ts';
import { openPress } from '../press.ts';

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
      const saved = await withdrawArticle(
        press.newsroom,
        await namedArticle(press.newsroom, positionals[0]),
        values.reason,
        new Date(),
      );
      const sequence = await projectPending(press);
      if (values.json) printJson({ sequence, ...saved });
      else print(`withdrawn ${saved.path}, sequence ${sequence}`);
      return 0;
    } finally {
      press.close();
    }
  },
};
