import type { Page } from '@playwright/test';
import { expect, test } from '../site.ts';

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const article = '/news/districts/2019/03/01/standard-zh-hans';

test('the page follows the system until the reader chooses, and then the choice, on every page', async ({ page }) => {
  await page.goto(article);
  const light = await paper(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await paper(page);
  expect(dark).not.toBe(light);

  await page.getByRole('button', { name: '浅色' }).click();
  await expect(page).toHaveURL(article);
  expect(await paper(page)).toBe(light);
  await page.goto('/');
  expect(await paper(page)).toBe(light);

  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: '深色' }).click();
  expect(await paper(page)).toBe(dark);

  await page.getByRole('button', { name: '自动' }).click();
  await expect(page).toHaveURL('/');
  expect(await paper(page)).toBe(light);
});

test('the choice brings a reader back to the very page: an edition, a search, a page of a list', async ({ page }) => {
  for (const path of ['/zh-hant', '/en/search?q=tide', '/news/districts/page/1', '/nothing-here']) {
    await page.goto(path);
    await page.locator('footer form button[value=dark]').click();
    await expect(page).toHaveURL(path);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  }
});
