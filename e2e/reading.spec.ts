import { expect, test } from './site.ts';

test('from the front page to an article, its breadcrumb and what to read next', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('望潮日报');
  await page.getByRole('main').getByRole('link', { name: '桐江二桥合龙' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('桐江二桥合龙');
  const trail = page.getByRole('navigation', { name: '当前位置' });
  await expect(trail.getByRole('link')).toHaveText(['首页', '交通', '路桥']);
  await expect(page.locator('.article-body[itemprop=articleBody]')).toContainText('460');
  await expect(page.locator('aside#recommended li')).toHaveCount(9);
});

test('no page carries a script, and none runs', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.resourceType()} ${request.url()}`));
  for (const path of ['/', '/news', '/archive', '/search?q=桥', '/about', '/nothing-here']) {
    await page.goto(path);
    expect(await page.locator('script:not([type="application/ld+json"])').count(), path).toBe(0);
  }
  expect(requests.filter((request) => request.startsWith('script'))).toEqual([]);
});
