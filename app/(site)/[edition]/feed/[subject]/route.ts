import { type FeedFormat, feedFormats } from '../../../../../edition/data-paths.ts';
import { atom } from '../../../../../syndication/feeds/atom.ts';
import type { Feed } from '../../../../../syndication/feeds/feed.ts';
import { jsonFeed } from '../../../../../syndication/feeds/json-feed.ts';
import { rss } from '../../../../../syndication/feeds/rss.ts';
import { readFeed } from '../../../feeds.ts';
import { sendAbsent, sendData } from '../../../open-data.ts';
import { openPage } from '../../../open-page.ts';

type Props = { params: Promise<{ edition: string; subject: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { edition, subject } = await params;
  const query = new URL(request.url).searchParams;
  const opened = await openPage(edition);
  const text = query.get('text') === 'summary' ? 'summary' : 'full';
  const feed = await readFeed(opened, subject, query.get('name') ?? '', text);
  return feed ? send(feed, feedFormats.find((format) => format === query.get('format')) ?? 'rss') : sendAbsent();
}

function send(feed: Feed, format: FeedFormat): Response {
  switch (format) {
    case 'rss':
      return sendData('rss', rss(feed));
    case 'atom':
      return sendData('atom', atom(feed));
    case 'json':
      return sendData('json-feed', jsonFeed(feed));
  }
}
