import { headDocument, reviseArticle } from '../../newsroom/articles.ts';
import { parseDocument } from '../../newsroom/document.ts';
import { checkReferences } from '../../newsroom/references.ts';
import { namedArticle } from '../article-argument.ts';
import { type Command, printJson, readArguments } from '../command.ts';
import { readJsonObject } from '../json-argument.ts';
import { openPress, showReaders } from '../press.ts';

export const editCommand: Command = {
  summary: 'change fields of an article from a JSON file and publish it',
  help: `usage: npm run dateline -- edit <id, slug or address> --json <file>

The file holds the fields to change, in the shape "show" prints; "-" reads standard input. Unknown fields are refused.
A headline, slug, section or date may change: earlier addresses redirect.`,
  async run(args, config) {
    const { values, positionals } = readArguments(args, { json: { type: 'string' } });
    if (!values.json) throw new Error('name the file with the changed fields: --json <file>');
    const changes = await readJsonObject(values.json);
    const press = openPress(config);
    try {
      // Read and written in one turn: what another editor changes at the same time stays.
      const saved = await press.newsroom.exclusively(async () => {
        const article = await namedArticle(press.newsroom, positionals[0]);
        const document = parseDocument({ ...(await headDocument(press.newsroom, article)), ...changes });
        await press.newsroom.atomic(await checkReferences(press.newsroom, document));
        return reviseArticle(press.newsroom, article, document, { now: new Date(), note: 'edit', publish: true });
      });
      const sequence = await showReaders(press);
      printJson({ sequence, ...saved });
      return 0;
    } finally {
      press.close();
    }
  },
};
