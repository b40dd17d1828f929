import { expect, test } from '../site.ts';

test('from the front page by way of a section to an article and what to read next', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: '栏目' }).getByRole('link').first().click();
  const section = new URL(page.url()).pathname;
  await page.locator('main h2 a, main a:has(h2), main a:has(h3)').first().click();
  expect(new URL(page.url()).pathname).toMatch(new RegExp(`^${section}(?:/[a-z-]+)?/\\d{4}/\\d\\d/\\d\\d/[a-z0-9-]+$`));
  const headline = await page.locator('h1').textContent();
  await page.locator('aside#recommended li a').first().click();
  await expect(page.locator('h1')).not.toHaveText(headline as string);
  await page.getByRole('navigation', { name: '当前位置' }).getByRole('link', { name: '首页' }).click();
  await expect(page).toHaveURL('/');
});

test('back through the pages of a section and forward again', async ({ page }) => {
  await page.goto('/news/districts');
  await page.locator('a[rel=next]').click();
  await expect(page).toHaveURL('/news/districts/page/1');
  await expect(page.locator('main li h2, main li h3')).toHaveCount(30);
  await page.getByRole('link', { name: '回到最新' }).click();
  await expect(page).toHaveURL('/news/districts');
});

test('the archive leads by year, month and day to an article', async ({ page }) => {
  await page.goto('/archive');
  await page.getByRole('link', { name: '2019年', exact: true }).click();
  await page.getByRole('link', { name: '2019年3月', exact: true }).click();
  await page.locator('main ol ol a, main ol a').getByText(/^1 /).click();
  await expect(page).toHaveURL('/archive/2019/03/01');
  await page.getByRole('link', { name: '写得很长的一篇' }).click();
  await expect(page).toHaveURL('/news/districts/2019/03/01/longread-zh-hans');
});

test('the same article in the other script, and its section where an edition does not have it', async ({ page }) => {
  await page.goto('/news/districts/2019/03/01/standard-zh-hans');
  await page.getByRole('link', { name: '繁體' }).click();
  await expect(page).toHaveURL('/zh-hant/news/districts/2019/03/01/standard-zh-hans');
  await expect(page.locator('h1')).toHaveText('各式各樣的段落');
  await page.getByRole('link', { name: 'English: Districts' }).click();
  await expect(page).toHaveURL('/en/news/districts');
});

test('a withdrawn article says when and why, and is in no list', async ({ page }) => {
  const response = await page.goto('/news/districts/2019/03/02/withdrawn-zh-hans');
  expect(response?.status()).toBe(410);
  await expect(page.locator('main')).toContainText('消息来源不实，全文撤回。');
  await expect(page.locator('main')).toContainText('2019年3月3日 09:00');
  await page.goto('/archive/2019/03');
  await expect(page.locator('main a[href="/archive/2019/03/02"]')).toHaveCount(0);
});

test('a correction stands on its article and on the corrections page', async ({ page }) => {
  const correction = '本文早先把日期写错了一天。';
  await page.goto('/corrections');
  await expect(page.locator('main')).toContainText(correction);
  await page.getByRole('link', { name: '各式各样的段落' }).click();
  await expect(page.locator('article dl')).toContainText(correction);
});
