import { headDocument, reviseArticle } from '../../newsroom/articles.ts';
import { projectPending } from '../../publish/projector.ts';
import { namedArticle } from '../article-argument.ts';
import { type Command, print, printJson, readArguments } from '../command.ts';
import { openPress } from '../press.ts';

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
      const article = await namedArticle(press.newsroom, positionals[0]);
      const document = await headDocument(press.newsroom, article);
      const moved = { ...document, section: values.section ?? document.section, slug: values.slug ?? document.slug };
      const saved = await reviseArticle(press.newsroom, article, moved, {
        now: new Date(),
        note: 'moved',
        publish: article.publishedRevision !== null,
      });
      const sequence = await projectPending(press);
      if (values.json) printJson({ sequence, ...saved });
      else print(`moved to ${saved.path}, sequence ${sequence}`);
      return 0;
    } finally {
      press.close();
    }
  },
};
