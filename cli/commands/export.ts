import type { ArticleRow } from '../../db/newsroom/queries/articles.ts';
import { namedArticle } from '../article-argument.ts';
import { type Command, print, printJson, readArguments } from '../command.ts';
import { exportNewsroom } from '../portable/export.ts';
import { exportNinjs } from '../portable/ninjs.ts';
import { openPress, showReaders } from '../press.ts';

const formats = ['newsroom', 'ninjs'] as const;

export const exportCommand: Command = {
  summary: 'write the whole newsroom, or its articles as IPTC ninjs, into files of their own',
  help: `usage: npm run dateline -- export [--json] <new folder>
       npm run dateline -- export --format ninjs [--json] <new folder or file> [<id, slug or address>...]

Without --format, everything the newsroom owns, in files a person can read (docs/portable-export.md): articles with every
revision and what was signed of it, drafts, withdrawn and scheduled ones, addresses they had, authors, sources, tags, pictures,
settings, feeds. "import" makes the same newsroom of it in an empty DATA_DIR. The private key is not in it.

--format ninjs  what readers see, as IPTC ninjs 3: one file to an article, or all in one when the name ends with .json.
                Without articles named, all of them.

The folder or file appears when it is complete; what is there already is never written over.`,
  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      format: { type: 'string', default: 'newsroom' },
      json: { type: 'boolean', default: false },
    });
    const [target, ...named] = positionals;
    if (!target) throw new Error('name the new folder to write to');
    if (!formats.includes(values.format as (typeof formats)[number]))
      throw new Error(`--format ${values.format}: choose one of ${formats.join(', ')}`);
    const press = openPress(config, { cacheMegabytes: 8 });
    try {
      if (values.format === 'ninjs') {
        const rows: ArticleRow[] = [];
        for (const name of named) rows.push(await namedArticle(press.newsroom, name));
        await showReaders(press);
        const place = { publicUrl: config.publicUrl, now: new Date() };
        const count = await exportNinjs(press.newsroom, target, rows, place);
        if (values.json) printJson({ target, articles: count });
        else print(`exported ${count} articles to ${target}`);
        return 0;
      }
      if (named.length > 0) throw new Error('a complete export takes no articles; with --format ninjs it does');
      const { folder, articles, pictures } = await exportNewsroom(press, target);
      if (values.json) printJson({ folder, articles, pictures });
      else print(`exported ${articles} articles and ${pictures} pictures to ${folder}`);
      return 0;
    } finally {
      press.close();
    }
  },
};
