import { heldArticles, quarantineEntries } from '../../db/newsroom/queries/quarantine.ts';
import { type Command, print, printJson, readArguments } from '../command.ts';
import { openPress } from '../press.ts';

const mostListed = 200;

export const quarantineCommand: Command = {
  summary: 'list what imports held back: articles for an editor, text taken out',
  help: `usage: npm run dateline -- quarantine [--json] [--before <id>]

Lists the articles that wait for an editor, with the reasons, and the suspicious text that was taken out of imported articles,
with the rule and the place, the newest ${mostListed} of each. "publish <id>" lets a held article out, "withdraw" or leaving it
keeps it in. Text that was taken out by mistake goes back in with "edit".`,
  async run(args, config) {
    const { values } = readArguments(args, { json: { type: 'boolean', default: false }, before: { type: 'string' } });
    const before = values.before === undefined ? Number.MAX_SAFE_INTEGER : Number(values.before);
    if (!Number.isSafeInteger(before)) throw new Error(`--before ${values.before}: give the id of an entry`);
    const press = openPress(config);
    try {
      const held = await heldArticles(press.newsroom, { before: Number.MAX_SAFE_INTEGER, limit: mostListed });
      const taken = await quarantineEntries(press.newsroom, { before, limit: mostListed });
      if (values.json) {
        for (const { number: _, ...article } of held) printJson({ kind: 'held', ...article });
        for (const entry of taken) printJson({ kind: 'text', ...entry });
        return 0;
      }
      if (held.length + taken.length === 0) print('nothing is held back');
      for (const { articleId, headline, reasons, at } of held)
        print(`held  ${articleId}  ${at}  ${headline}\n      ${reasons.join('\n      ')}`);
      for (const { id, articleId, rule, place, text, headline } of taken)
        print(
          `${String(id).padStart(4)}  ${rule}  ${articleId} ${headline}\n      ${place}: ${text.length > 200 ? `${text.slice(0, 200)}…` : text}`,
        );
      return 0;
    } finally {
      press.close();
    }
  },
};
