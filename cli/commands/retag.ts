import type { Topic } from '../../article/record.ts';
import { headDocument, reviseArticle } from '../../newsroom/articles.ts';
import { resolveTopic } from '../../newsroom/topics.ts';
import { namedArticle } from '../article-argument.ts';
import { type Command, print, printJson, readArguments } from '../command.ts';
import { openPress, showReaders } from '../press.ts';

export const retagCommand: Command = {
  summary: 'replace the tags of an article',
  help: `usage: npm run dateline -- retag <id, slug or address> [--json] <tag>...

Tags are names; a new one is made, one that differs only in script is the same. No tag takes them all away.`,
  async run(args, config) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean', default: false } });
    const [name, ...names] = positionals;
    const press = openPress(config);
    try {
      const saved = await press.newsroom.exclusively(async () => {
        const article = await namedArticle(press.newsroom, name);
        const tags: Topic[] = [];
        for (const tag of new Set(names)) {
          const { topic, add } = await resolveTopic(press.newsroom, 'tag', tag);
          await press.newsroom.atomic(add);
          if (!tags.some(({ slug }) => slug === topic.slug)) tags.push(topic);
        }
        const document = { ...(await headDocument(press.newsroom, article)), tags };
        const publish = article.publishedRevision !== null;
        return reviseArticle(press.newsroom, article, document, { now: new Date(), note: 'retagged', publish });
      });
      const sequence = await showReaders(press);
      if (values.json) printJson({ sequence, ...saved });
      else print(`retagged ${saved.path}, sequence ${sequence}`);
      return 0;
    } finally {
      press.close();
    }
  },
};
