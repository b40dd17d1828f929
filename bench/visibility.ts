import { setTimeout as wait } from 'node:timers/promises';
import type { Topic } from '../article/record.ts';
import { openPress } from '../cli/press.ts';
import { saveTopic } from '../db/newsroom/queries/topics.ts';
import { toInstant } from '../edition/dates.ts';
import { createArticle } from '../newsroom/articles.ts';
import type { ArticleDocument } from '../newsroom/document.ts';
import { projectPending } from '../publish/projector.ts';
import { type CommandRun, runCommandWell } from './command-line.ts';
import { readPage } from './exchange.ts';
import type { Measure } from './measure.ts';
import type { SiteProcess } from './site-process.ts';
import { median } from './statistics.ts';
import { syntheticArticle } from './synthetic-articles.ts';
import { configOf, pathOf, type SyntheticNewsroom } from './synthetic-newsroom.ts';

/** From an editor's command to every page that names the article: itself, section, tag, front, and what recommends it. */

const rounds = 3;
const pollEvery = 10;
const limit = 5_000;
const bar = { atMost: 1 };

const section = 'news/city';
const tag: Topic = { slug: 'watched', name: '望得见' };

type Page = { name: string; path: string };
type Watched = { slug: string; headline: string; pages: Page[] };
type Action = {
  name: string;
  args: string[];
  input?: string;
  shows: (page: Page, html: string, status: number) => boolean;
};
type Seen = { afterStart: number; afterCommit: number; lastPage: string; command: number };

export async function measureVisibility(site: SiteProcess, newsroom: SyntheticNewsroom): Promise<Measure[]> {
  const watched = await writeDrafts(newsroom, rounds + 1);
  const seen = new Map<string, Seen[]>();
  for (const article of watched.slice(0, rounds)) {
    for (const page of article.pages) await readPage(site.port, page.path);
    for (const action of actionsOn(article)) {
      const result = await watch(site, newsroom.dataDir, article, action);
      seen.set(action.name, [...(seen.get(action.name) ?? []), result]);
    }
  }
  const measures = [...seen].flatMap(([name, results]) => timesOf(name, results));
  const late = await lateAfterOneSecond(site, newsroom.dataDir, watched.at(-1) as Watched);
  return [...measures, late];
}

function timesOf(name: string, results: readonly Seen[]): Measure[] {
  const slowest = results.reduce((a, b) => (a.afterCommit > b.afterCommit ? a : b));
  const seconds = (pick: (seen: Seen) => number) => Math.max(...results.map(pick)) / 1000;
  return [
    {
      name: `${name} to visible, from commit`,
      value: seconds(({ afterCommit }) => afterCommit),
      unit: 's',
      bar,
      detail: `slowest of ${results.length}; last page: ${slowest.lastPage}`,
    },
    {
      name: `${name} to visible, from the command's start`,
      value: seconds(({ afterStart }) => afterStart),
      unit: 's',
      bar,
      detail: `the command itself took ${(median(results.map(({ command }) => command)) / 1000).toFixed(2)} s`,
    },
  ];
}

/** Drafts nobody can see yet, each with a published companion whose best recommendation it will be. */
async function writeDrafts({ dataDir, pictures }: SyntheticNewsroom, count: number): Promise<Watched[]> {
  const press = openPress(configOf(dataDir));
  try {
    await press.newsroom.atomic([saveTopic(press.newsroom, { kind: 'tag', ...tag, role: null, bio: null })]);
    const watched: Watched[] = [];
    for (let number = 0; number < count; number++) {
      const now = new Date();
      const make = (index: number, slug: string, words: string): ArticleDocument => ({
        ...syntheticArticle({ seed: 31, index, until: now, of: index + 1, pictures, length: 900 }),
        ...{ slug, headline: words, language: 'zh-Hans', section, tags: [tag], publishedAt: toInstant(now) },
      });
      const companion = make(number * 2, `companion-${number}`, `等在旁边的第${number}篇`);
      const draft = make(number * 2 + 1, `watched-${number}`, `刚刚落笔的第${number}篇`);
      await createArticle(press.newsroom, companion, { now, note: 'bench', publish: true });
      await createArticle(press.newsroom, draft, { now, note: 'bench', publish: false });
      const pages = [
        { name: 'article', path: pathOf(draft) },
        { name: 'section', path: `/${section}` },
        { name: 'tag', path: `/tag/${tag.slug}` },
        { name: 'front', path: '/' },
        { name: 'recommended', path: pathOf(companion) },
      ];
      watched.push({ slug: draft.slug, headline: draft.headline, pages });
    }
    await projectPending(press);
    return watched;
  } finally {
    press.close();
  }
}

function actionsOn({ slug, headline }: Watched): Action[] {
  const edited = `改过一遍的${headline}`;
  return [
    {
      name: 'publish',
      args: ['publish', slug, '--json'],
      shows: (page, html, status) => status === 200 && partOf(page, html).includes(headline),
    },
    {
      name: 'edit',
      args: ['edit', slug, '--json', '-'],
      input: JSON.stringify({ headline: edited }),
      shows: (page, html, status) => status === 200 && partOf(page, html).includes(edited),
    },
    {
      name: 'withdraw',
      args: ['withdraw', slug, '--reason', '只为测量而撤', '--json'],
      shows: (page, html, status) =>
        page.name === 'article' ? status === 410 : status === 200 && !html.includes(headline),
    },
  ];
}

/** Of an article's page only what recommends others counts. */
const partOf = ({ name }: Page, html: string): string =>
  name === 'recommended' ? (/<aside[^>]*id="recommended"[\s\S]*?<\/aside>/.exec(html)?.[0] ?? '') : html;

/** Runs the command and looks at the pages all the while, until the last of them shows what it did. */
async function watch(site: SiteProcess, dataDir: string, { pages }: Watched, action: Action): Promise<Seen> {
  let run: CommandRun | undefined;
  const running = runCommandWell(dataDir, action.args, action.input).then((ended) => {
    run = ended;
  });
  const began = performance.now();
  const waiting = new Set(pages);
  let lastPage = '';
  let seenAt = began;
  while (waiting.size > 0) {
    for (const page of waiting) {
      const { status, html } = await readPage(site.port, page.path);
      if (!action.shows(page, html, status)) continue;
      waiting.delete(page);
      lastPage = page.name;
      seenAt = performance.now();
    }
    if (performance.now() - began > limit) break;
    await wait(pollEvery);
  }
  await running;
  if (!run) throw new Error(`${action.name} did not run`);
  if (waiting.size > 0)
    throw new Error(
      `${action.name}: ${[...waiting].map(({ name, path }) => `${name} (${path})`).join(', ')} did not show it within ${limit / 1000} s`,
    );
  // What a command prints it prints after its commit, and a page may be quicker than the pipe.
  const afterCommit = Math.max(0, seenAt - run.spoke);
  return { afterStart: seenAt - run.began, afterCommit, lastPage, command: run.ended - run.began };
}

/** Nobody looks for a second after the commit; the first look must be true, not the one after it. */
async function lateAfterOneSecond(site: SiteProcess, dataDir: string, article: Watched): Promise<Measure> {
  const late: string[] = [];
  for (const page of article.pages) await readPage(site.port, page.path);
  const actions = actionsOn(article);
  for (const action of actions) {
    const run = await runCommandWell(dataDir, action.args, action.input);
    await wait(Math.max(0, run.spoke + 1_000 - performance.now()));
    for (const page of article.pages) {
      const { status, html } = await readPage(site.port, page.path);
      if (!action.shows(page, html, status)) late.push(`${action.name}: ${page.name}`);
    }
  }
  return {
    name: 'pages not true at the first look after 1 s',
    value: late.length,
    unit: '',
    bar: { atMost: 0 },
    detail: late.join(', ') || `${article.pages.length} pages after each of ${actions.length} commands`,
  };
}
