import { headDocument } from '../../newsroom/articles.ts';
import { namedArticle } from '../article-argument.ts';
import { type Command, print, readArguments } from '../command.ts';
import { openPress } from '../press.ts';

export const showCommand: Command = {
  summary: 'print the newest revision of an article as JSON',
  help: `usage: npm run dateline -- show <id, slug or address>

Prints the fields that "edit" can change.`,
  async run(args, config) {
    const { positionals } = readArguments(args, {});
    const press = openPress(config);
    try {
      print(
        JSON.stringify(await headDocument(press.newsroom, await namedArticle(press.newsroom, positionals[0])), null, 2),
      );
      return 0;
    } finally {
      press.close();
    }
  },
};
