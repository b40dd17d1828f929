import { headDocument, reviseArticle } from '../../newsroom/articles.ts';
import { namedArticle } from '../article-argument.ts';
import { type Command, print, printJson, readArguments } from '../command.ts';
import { openPress, showReaders } from '../press.ts';

export const moveCommand: Command = {
  summary: 'give an article another section or slug',
  help: `usage: npm run dateline -- move <id, slug or address> [--section <path>] [--slug <slug>] [--json]

Every earlier address answers 301 to the new one, in one hop.`,
  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      section: { type: 'string' },
      slug: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    if (!values.section && !values.slug) throw new Error('say where to: --section <path>, --slug <slug> or both');
    const press = openPress(config);
    try {
      const saved = await press.newsroom.exclusively(async () => {
        const article = await namedArticle(press.newsroom, positionals[0]);
        const document = await headDocument(press.newsroom, article);
        const moved = { ...document, section: values.section ?? document.section, slug: values.slug ?? document.slug };
        const publish = article.publishedRevision !== null;
        return reviseArticle(press.newsroom, article, moved, { now: new Date(), note: 'moved', publish });
      });
      const sequence = await showReaders(press);
      if (values.json) printJson({ sequence, ...saved });
      else print(`moved to ${saved.path}, sequence ${sequence}`);
      return 0;
    } finally {
      press.close();
    }
  },
};
