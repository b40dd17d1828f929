import { sectionPathSchema } from '../../article/record.ts';
import {
  dropFeed,
  dueFeeds,
  everyFeed,
  type FeedRow,
  feedByAddress,
  newFeed,
  saveFeed,
} from '../../db/newsroom/queries/feeds.ts';
import { toInstant } from '../../edition/dates.ts';
import { type Command, note, print, printJson, readArguments } from '../command.ts';
import { printOutcome } from '../importing/outcome.ts';
import { type Polled, pollFeed } from '../importing/poll.ts';
import { openPress } from '../press.ts';

const help = `usage: npm run dateline -- poll [options] <address of a feed>...
       npm run dateline -- poll [--json]
       npm run dateline -- poll --list | --remove <address>

Follows feeds of other houses: RSS, Atom, JSON Feed, also ninjs and NewsML-G2 by address. A feed that is named is followed from
now on and asked at once; without one, every feed that is due is asked, which is what a timer should do every few minutes.
Feeds are asked conditionally, as often as they want to be (every 30 minutes unless they say), and more and more rarely while
they fail. An entry is taken in once, by its id; a story that came in from elsewhere in nearly the same words is not repeated.

  --section <path>    the section its articles go to
  --publish           publish its articles as they come
  --fetch-images      fetch their pictures, from public addresses only
  --list              the feeds that are followed, and how they are
  --remove <address>  follow it no longer; its articles stay
  --json              one JSON object per article, and one per feed`;

export const pollCommand: Command = {
  summary: 'follow feeds of other houses and take in what is new',
  help,
  async run(args, config) {
    const { values, positionals } = readArguments(args, {
      section: { type: 'string' },
      publish: { type: 'boolean', default: false },
      'fetch-images': { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      remove: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    if (values.section !== undefined && !sectionPathSchema.safeParse(values.section).success)
      throw new Error(`--section ${values.section}: a section is one or two lower-case slugs, like news or news/city`);
    for (const address of positionals)
      if (!/^https?:\/\/./i.test(address))
        throw new Error(`${address}: a feed has an address that begins with http:// or https://`);
    const press = openPress(config, { cacheMegabytes: 8 });
    try {
      const { newsroom } = press;
      if (values.list) {
        for (const feed of await everyFeed(newsroom)) values.json ? printJson(feed) : print(feedLine(feed));
        return 0;
      }
      if (values.remove !== undefined) {
        if (!(await feedByAddress(newsroom, values.remove)))
          throw new Error(`${values.remove}: no such feed is followed; see --list`);
        await newsroom.atomic([dropFeed(values.remove)]);
        print(`no longer followed: ${values.remove}`);
        return 0;
      }
      const now = new Date();
      for (const address of positionals) {
        const known = await feedByAddress(newsroom, address);
        const section = values.section ?? known?.section ?? null;
        const publish = values.publish || known?.publish === 1 ? 1 : 0;
        await newsroom.atomic([saveFeed({ ...(known ?? newFeed(address)), section, publish, dueAt: toInstant(now) })]);
      }
      const due = (await dueFeeds(newsroom, toInstant(now))).filter(
        ({ address }) => positionals.length === 0 || positionals.includes(address),
      );
      let failures = 0;
      for (const feed of due) {
        const polled = await pollFeed(
          press,
          config,
          feed,
          { now, fetchImages: values['fetch-images'] },
          {
            outcome: (outcome) => (values.json ? printJson(outcome) : printOutcome(outcome)),
          },
        );
        if (polled.status === 'failed' || polled.counts.refused + polled.counts.held > 0) failures++;
        values.json ? printJson(polled) : print(polledLine(polled));
      }
      if (due.length === 0) note('no feed is due');
      return failures > 0 ? 1 : 0;
    } finally {
      press.close();
    }
  },
};

const feedLine = ({ address, section, publish, checkedAt, dueAt, failures, error }: FeedRow) =>
  [
    address,
    `section ${section ?? 'as filed'}`,
    publish === 1 ? 'published as they come' : 'kept as drafts',
    `asked ${checkedAt ?? 'never'}`,
    `next ${dueAt ?? 'never'}`,
    ...(error ? [`${failures} failures, the last: ${error}`] : []),
  ].join('  ');

const polledLine = ({ feed, status, counts, nextAt, error }: Polled) =>
  `${status.padEnd(9)} ${feed}  ${Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')}  next ${nextAt ?? 'never'}${error ? `  ${error}` : ''}`;
