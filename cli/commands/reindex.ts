import { reindex } from '../../publish/reindexing.ts';
import { type Command, note, print, printJson, readArguments } from '../command.ts';
import { openPress } from '../press.ts';

const reportedEach = 10_000;

export const reindexCommand: Command = {
  summary: 'make the search index anew, while the site is read and published to',
  help: `usage: npm run dateline -- reindex [--json]

Gives every published article its place in the search index again, in order of publication, and joins the parts the index
came in: after an old archive was imported into a site that runs, or when search takes longer than it did. Readers are
served meanwhile and a publication waits for a quarter of a second at most. It may be stopped at any moment; nothing is
lost, and the next run begins again.`,
  async run(args, config) {
    const { values } = readArguments(args, { json: { type: 'boolean', default: false } });
    // It reads each row once: a larger cache would hold nothing that is asked for again.
    const press = openPress(config, { cacheMegabytes: 16 });
    try {
      const articles = await reindex(press.content, (done, of) => {
        if (done % reportedEach === 0 || done === of) note(`${done} of ${of} articles`);
      });
      if (values.json) printJson({ articles });
      else print(`the search index holds ${articles} articles`);
      return 0;
    } finally {
      press.close();
    }
  },
};
