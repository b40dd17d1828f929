import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '../site.ts';
import { linkTree, newDataDir, removeDataDir, type SiteProcess, startSite } from '../site-process.ts';

const root = resolve(import.meta.dirname, '../..');

test('npm run dev shows every page, and a page that is open shows what changes in the sources', async ({ page }) => {
  test.setTimeout(180_000);
  const folder = join(root, 'test-results', 'development');
  const dataDir = newDataDir();
  let site: SiteProcess | undefined;
  try {
    checkOut(folder);
    site = await startSite(dataDir, { SAMPLE: '0' }, { folder, development: true });
    const { url } = site;
    await page.goto(url, { timeout: 90_000 });
    await expect(page.getByRole('heading', { name: '报纸还是空白的' })).toBeVisible();
    const catalogue = join(folder, 'edition/catalogue.ts');
    writeFileSync(catalogue, readFileSync(catalogue, 'utf8').replace('报纸还是空白的', '报纸马上就好'));
    await expect(page.getByRole('heading', { name: '报纸马上就好' })).toBeVisible({ timeout: 60_000 });
    const statuses = await Promise.all(
      ['/en', '/about', '/nothing-here', '/News/', '/robots.txt', '/healthz'].map(async (path) => {
        const response = await page.request.get(url + path, { maxRedirects: 0 });
        return `${path} ${response.status()}`;
      }),
    );
    expect(statuses).toEqual([
      '/en 200',
      '/about 200',
      '/nothing-here 404',
      '/News/ 301',
      '/robots.txt 200',
      '/healthz 200',
    ]);
    expect(await site.stop()).toBe(0);
  } finally {
    await site?.stop();
    rmSync(folder, { recursive: true, force: true });
    removeDataDir(dataDir);
  }
});

/** A checkout to change: the sources as they are, and the installed packages under a second name. */
function checkOut(folder: string): void {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const file of files.split('\n')) {
    if (file === '' || /^(?:e2e|bench|docs|sample\/(?:articles|pictures))\//.test(file)) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  linkTree(join(root, 'node_modules'), join(folder, 'node_modules'));
}
