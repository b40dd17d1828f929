import { publishHead } from '../../newsroom/articles.ts';
import { namedArticle } from '../article-argument.ts';
import { type Command, print, printJson, readArguments } from '../command.ts';
import { openPress, showReaders, showReadersAnew } from '../press.ts';

export const publishCommand: Command = {
  summary: 'publish an article, or rebuild everything readers see',
  help: `usage: npm run dateline -- publish <id, slug or address>... [--json]
       npm run dateline -- publish --all [--json]

Publishes the newest revision of the articles named. --all makes content.db anew from newsroom.db in one transaction;
readers are served meanwhile. Prints the publication sequence.`,
  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      all: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    if (values.all === positionals.length > 0) throw new Error('name the articles to publish, or say --all');
    const say = (sequence: number, ids: string[]) =>
      values.json ? printJson({ sequence, ids }) : print(`published, sequence ${sequence}`);
    const press = openPress(config);
    try {
      if (values.all) {
        say(await showReadersAnew(press), []);
        return 0;
      }
      const ids: string[] = [];
      for (const name of positionals)
        await press.newsroom.exclusively(async () => {
          const article = await namedArticle(press.newsroom, name);
          ids.push((await publishHead(press.newsroom, article, new Date())).id);
        });
      say(await showReaders(press), ids);
      return 0;
    } finally {
      press.close();
    }
  },
};
