import { appendSitePublication } from '../../db/newsroom/queries/settings.ts';
import { toInstant } from '../../edition/dates.ts';
import { type KeyRing, revokeKey, rotateKey } from '../../publish/keys.ts';
import { projectPending } from '../../publish/projector.ts';
import type { Config } from '../../server/config.ts';
import { type Command, print, printJson, readArguments } from '../command.ts';
import { openPress } from '../press.ts';

export const keysCommand: Command = {
  summary: 'list, replace or revoke the keys the newsroom signs with',
  help: `usage: npm run dateline -- keys list [--json]
       npm run dateline -- keys rotate [--json]
       npm run dateline -- keys revoke <id> --reason <text> [--json]

rotate  signs with a new key from now on. What the old one signed stands; its private half is gone. Do it when people who
        had the key leave, or once a year.
revoke  believes a key no more, whatever it signed, and seals everything anew. Do it when a key may have been copied, and
        tell those who watch or mirror the site: the new key is not endorsed by the one that was lost.

The keys lie in KEY_DIR (by default beside DATA_DIR): newsroom.key signs and is nobody else's business, keys.json is public.`,
  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      reason: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const [action, id] = positionals;
    const say = values.json ? sayJson : sayPlainly;
    switch (action) {
      case 'list':
        return withRing(config, async () => {}, say);
      case 'rotate':
        return withRing(config, (press) => replace(press, rotateKey(press.ring, new Date())), say);
      case 'revoke':
        if (!id || !values.reason) throw new Error('keys revoke: name the key, and why with --reason; both are public');
        return withRing(
          config,
          (press) => replace(press, revokeKey(press.ring, id, values.reason as string, new Date())),
          say,
        );
      default:
        throw new Error('keys: say list, rotate or revoke');
    }
  },
};

type Press = ReturnType<typeof openPress>;

async function withRing(
  config: Config,
  change: (press: Press) => Promise<void>,
  say: (ring: KeyRing) => void,
): Promise<number> {
  const press = openPress(config);
  try {
    await change(press);
    say(press.ring);
    return 0;
  } finally {
    press.close();
  }
}

/** Signs what readers see with the new key at once; page caches learn of it like of any change of the site. */
async function replace(press: Press, ring: KeyRing): Promise<void> {
  press.ring = ring;
  await press.newsroom.atomic([appendSitePublication(press.newsroom, toInstant(new Date()))]);
  await projectPending(press);
}

function sayJson({ list }: KeyRing): void {
  for (const { id, status, from, until, reason } of list.keys) printJson({ id, status, from, until, reason });
}

function sayPlainly({ folder, list }: KeyRing): void {
  for (const { id, status, from, until, reason } of list.keys)
    print(`${id}  ${status.padEnd(7)}  ${from} ${until ? `– ${until}` : ''}${reason ? `  ${reason}` : ''}`.trimEnd());
  print(`in ${folder}`);
}
