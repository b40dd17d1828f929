import type { Page } from '@playwright/test';
import { expect, test } from '../site.ts';

const article = '/news/districts/2019/03/01/standard-zh-hans';

test('the first Tab shows a link that skips to the text', async ({ page }) => {
  await page.goto(article);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${article}#content`);
  await page.keyboard.press('Tab');
  expect(await inMain(page)).toBe(true);
});

test('Tab reaches everything in the order it stands, and what has the focus shows it', async ({ page }) => {
  await page.goto(article);
  const stops = await page.evaluate(countStops);
  let previous = -1;
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab');
    const { place, outline } = await focused(page);
    expect(place, `stop ${stop}`).toBe(previous + 1);
    expect(outline, `stop ${stop}`).toMatch(/solid|auto/);
    previous = place;
  }
});

test('a search is typed and sent without a mouse', async ({ page }) => {
  await page.goto('/en');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('tide');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/en/search?q=tide');
  await expect(page.getByRole('searchbox')).toHaveValue('tide');
  await expect(page.locator('main mark').first()).toHaveText(/tide/i);
});

const inMain = (page: Page) => page.evaluate(() => document.querySelector('main')?.contains(document.activeElement));

/** What is folded away cannot be reached until it is unfolded. */
const countStops = () =>
  [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')].filter((e) => e.checkVisibility())
    .length;

const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const all = [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')];
    const place = all.filter((candidate) => candidate.checkVisibility()).indexOf(element);
    return { place, outline: getComputedStyle(element).outlineStyle };
  });
