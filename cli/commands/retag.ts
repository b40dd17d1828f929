import type { Topic } from '../../article/record.ts';
import { headDocument, reviseArticle } from '../../newsroom/articles.ts';
import { addTopics, type NewTopics, resolveTopic } from '../../newsroom/topics.ts';
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
        const tags = new Map<string, Topic>();
        const fresh: NewTopics = [];
        for (const tag of names) {
          const topic = await resolveTopic(press.newsroom, 'tag', tag, fresh);
          if (!tags.has(topic.slug)) tags.set(topic.slug, topic);
        }
        const document = { ...(await headDocument(press.newsroom, article)), tags: [...tags.values()] };
        const publish = article.publishedRevision !== null;
        const along = () => addTopics(press.newsroom, fresh);
        return reviseArticle(press.newsroom, article, document, { now: new Date(), note: 'retagged', publish, along });
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
