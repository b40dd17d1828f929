import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fixtureArticles, writeArticles } from './fixture-articles.ts';
import { request } from './request.ts';
import { copyDataDir, dateline, newDataDir, ownContentDatabase, removeDataDir, startSite } from './site-process.ts';

/** Renditions of an earlier run: their names are hashes of what they show, so they need no making again. */
const keptMedia = resolve(import.meta.dirname, '../node_modules/.cache/dateline-media');

/**
 * Loads the sample edition once, with the fixture articles beside it. SITE_URL is a site for tests that only read;
 * tests that write copy SITE_TEMPLATE. BARE_URL is a site that never published anything and whose database then broke:
 * its fronts are the empty ones, any other page is the error page.
 */
export default async function startSites(): Promise<() => Promise<void>> {
  const template = newDataDir();
  const media = join(template, 'media');
  if (existsSync(keptMedia)) cpSync(keptMedia, media, { recursive: true });
  const prepared = await dateline(template, 'prepare');
  if (prepared.code !== 0) throw new Error(`the sample edition could not be loaded: ${prepared.stderr}`);
  cpSync(media, keptMedia, { recursive: true });
  const approved = await dateline(template, 'hosts', 'approve', 'elsewhere.example', 'evil.example');
  if (approved.code !== 0) throw new Error(`the hosts of the fixtures could not be approved: ${approved.stderr}`);
  const articles = mkdtempSync(join(template, 'articles-'));
  writeArticles(articles, fixtureArticles());
  const imported = await dateline(template, 'import', '--publish', articles);
  if (imported.code !== 0)
    throw new Error(
      `the fixture articles could not be imported:\n${imported.stdout.replaceAll(/^imported.*\n/gm, '')}`,
    );

  const site = await startSite(copyDataDir(template));
  const bare = await startSite(newDataDir(), { SAMPLE: '0' });
  for (const front of ['/', '/zh-hant', '/en']) await request(bare.url + front);
  ownContentDatabase(bare.dataDir).delete();

  Object.assign(process.env, {
    SITE_URL: site.url,
    SITE_DATA_DIR: site.dataDir,
    SITE_TEMPLATE: template,
    BARE_URL: bare.url,
  });
  return async () => {
    await Promise.all([site.stop(), bare.stop()]);
    for (const folder of [template, site.dataDir, bare.dataDir]) removeDataDir(folder);
  };
}
