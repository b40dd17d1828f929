import {
  type HostRow,
  type HostStatus,
  hostsAfter,
  type NewHosts,
  newHostsSetting,
} from '../../db/newsroom/queries/hosts.ts';
import { chooseNewHosts, type Decided, decideHost } from '../../newsroom/hosts.ts';
import { type Command, print, printJson, readArguments } from '../command.ts';
import { type OpenPress, openPress, showReaders } from '../press.ts';

const settings: Record<NewHosts, string> = {
  withhold: 'articles that link to a new host are published without those links until the host is approved',
  hold: 'imported articles that link to a new host wait until the host is approved',
  allow: 'links to every host are shown, unless the host is refused',
};

export const hostsCommand: Command = {
  summary: 'approve or refuse the hosts that articles link to',
  help: `usage: npm run dateline -- hosts list [--new] [--json]
       npm run dateline -- hosts approve <host>... | --new
       npm run dateline -- hosts refuse <host>...
       npm run dateline -- hosts setting [withhold | hold | allow]

No link to a host is shown to readers before an editor has approved it. An approval brings the links to every article that
has them within a second; refusing takes them out. Names count letter for letter: www.tide.example is not tide.example.

list      hosts by name, with what was decided and how many articles lead there; --new: those that wait for a decision
approve   hosts by name or by an address on them; --new: every one that waits
setting   what becomes of articles that link to a new host:
            withhold  ${settings.withhold} (the default)
            hold      ${settings.hold}
            allow     ${settings.allow}`,
  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      new: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    const [action, ...names] = positionals;
    const press = openPress(config);
    try {
      switch (action) {
        case 'list':
          return await list(press, values);
        case 'approve':
        case 'refuse': {
          const hosts = action === 'approve' && values.new ? await waiting(press) : names;
          if (hosts.length === 0 && !values.new) throw new Error(`hosts ${action}: name the hosts`);
          return await decide(press, hosts, action === 'approve' ? 'approved' : 'refused', values.json);
        }
        case 'setting':
          return await set(press, names[0], values.json);
        default:
          throw new Error('hosts: say list, approve, refuse or setting');
      }
    } finally {
      press.close();
    }
  },
};

const countOf = (articles: number) => `${articles} ${articles === 1 ? 'article' : 'articles'}`;

const pageLength = 500;

async function* every(press: OpenPress, status: HostStatus | null): AsyncGenerator<HostRow> {
  for (let after = ''; ; ) {
    const rows = await hostsAfter(press.newsroom, after, status, pageLength);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.host;
  }
}

async function waiting(press: OpenPress): Promise<string[]> {
  const hosts: string[] = [];
  for await (const { host } of every(press, 'new')) hosts.push(host);
  return hosts;
}

async function list(press: OpenPress, { new: isNew, json }: { new: boolean; json: boolean }): Promise<number> {
  let count = 0;
  for await (const row of every(press, isNew ? 'new' : null)) {
    count++;
    if (json) printJson(row);
    else
      print(
        `${row.status.padEnd(8)}  ${row.host}  ${countOf(row.articles)}${row.example ? `, such as ${row.example}` : ''}`,
      );
  }
  const setting = await newHostsSetting(press.newsroom);
  if (!json) print(`${count} hosts; new ones: ${settings[setting]}`);
  return 0;
}

async function decide(
  press: OpenPress,
  hosts: readonly string[],
  status: Exclude<HostStatus, 'new'>,
  json: boolean,
): Promise<number> {
  const decisions: Decided[] = [];
  for (const host of hosts) decisions.push(await decideHost(press.newsroom, host, status, new Date()));
  const sequence = await showReaders(press);
  for (const decided of decisions) {
    if (json) printJson({ status, ...decided, sequence });
    else
      print(
        `${status} ${decided.host}: ${status === 'approved' ? 'links appear' : 'links are gone'} in ${countOf(decided.changed)}${decided.released > 0 ? `, ${decided.released} that waited for it are published` : ''}`,
      );
  }
  if (decisions.length === 0) print('no host waits for a decision');
  return 0;
}

async function set(press: OpenPress, chosen: string | undefined, json: boolean): Promise<number> {
  if (chosen !== undefined) {
    if (!Object.hasOwn(settings, chosen))
      throw new Error(`hosts setting ${chosen}: choose ${Object.keys(settings).join(', ')}`);
    await chooseNewHosts(press.newsroom, chosen as NewHosts, new Date());
    await showReaders(press);
  }
  const setting = await newHostsSetting(press.newsroom);
  if (json) printJson({ setting });
  else print(`${setting}: ${settings[setting]}`);
  return 0;
}
