import { headDocument, reviseArticle } from '../../newsroom/articles.ts';
import { resolveTopic } from '../../newsroom/topics.ts';
import { projectPending } from '../../publish/projector.ts';
import { namedArticle } from '../article-argument.ts';
import { type Command, print, printJson, readArguments } from '../command.ts';
import { openPress } from '../press.ts';

export const retagCommand: Command = {
  summary: 'replace the tags of an article',
  help: `usage: npm run dateline -- retag <id, slug or address> [--json] <tag>...

Tags are names; a new one is made, one that differs only in script is the same. No tag takes them all away.`,
  async run(args, config) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean', default: false } });
    const [name, ...names] = positionals;
    const press = openPress(config);
    try {
      const article = await namedArticle(press.newsroom, name);
      const resolved: Awaited<ReturnType<typeof resolveTopic>>[] = [];
      for (const tag of new Set(names)) resolved.push(await resolveTopic(press.newsroom, 'tag', tag));
      const tags = [...new Map(resolved.map(({ topic }) => [topic.slug, topic])).values()];
      const document = { ...(await headDocument(press.newsroom, article)), tags };
      const along = () => resolved.flatMap(({ add }) => add);
      const publish = article.publishedRevision !== null;
      const saved = await reviseArticle(press.newsroom, article, document, {
        now: new Date(),
        note: 'retagged',
        publish,
        along,
      });
      const sequence = await projectPending(press);
      if (values.json) printJson({ sequence, ...saved });
      else print(`retagged ${saved.path}, sequence ${sequence}`);
      return 0;
    } finally {
      press.close();
    }
  },
};
