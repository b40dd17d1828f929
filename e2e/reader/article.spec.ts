import { expect, test } from '../site.ts';
import { addressOf, templates } from '../templates.ts';

const ofAnArticle = templates
  .filter(({ name }) => /^(?:article|long read|gallery)/.test(name))
  .flatMap(({ pages }) => pages);

for (const each of ofAnArticle) {
  test(`${each.template.name}, ${each.language}: headline, dateline with source, text and what to read next`, async ({
    page,
  }) => {
    const { language } = each;
    await page.goto(addressOf(each));
    const article = page.locator('main article');
    await expect(article).toHaveCount(1);
    await expect(article.locator('h1')).toHaveText(/\S/);
    const dateline = article.locator('header p').filter({ has: page.locator('time') });
    await expect(dateline).toHaveText(language === 'en' ? /\d{4}, \d\d:\d\d Test Wire/ : /日 \d\d:\d\d (?:试验|試驗)/);
    await expect(dateline.locator('time')).toHaveAttribute('datetime', /^2019-0\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
    await expect(article.locator('.article-body[itemprop=articleBody] p').first()).toHaveText(/\S/);
    const trail = page.locator('nav[aria-label] ol').first();
    await expect(trail.getByRole('listitem')).toHaveCount(4);
    await expect(trail.getByRole('link')).toHaveCount(3);

    const recommended = page.locator('aside#recommended li');
    const items = await recommended.evaluateAll((list) =>
      list.map((item) => ({
        href: item.querySelector('a')?.getAttribute('href'),
        headline: item.querySelector('a')?.textContent?.trim(),
        picture: item.querySelector('a img[width][height], a b[aria-hidden]') !== null,
        section: item.querySelectorAll('a')[1]?.textContent,
        time: item.querySelector('time[datetime]')?.textContent,
      })),
    );
    expect(items.length).toBeGreaterThanOrEqual(8);
    expect(new Set(items.map(({ href }) => href)).size).toBe(items.length);
    expect(items.map(({ href }) => href)).not.toContain(new URL(page.url()).pathname);
    for (const item of items) {
      expect(item.headline, item.href as string).toMatch(/\S/);
      expect(item.picture, item.href as string).toBe(true);
      expect(item.section, item.href as string).toMatch(/\S/);
      expect(item.time, item.href as string).toMatch(language === 'en' ? /^\d+ [A-Z][a-z]{2}/ : /\d\d-\d\d/);
    }
  });
}

test('previous and next lead through a section and back', async ({ page }) => {
  await page.goto('/news/districts/2019/03/01/standard-zh-hans');
  const start = page.url();
  await page.locator('nav a[rel=prev]').click();
  await expect(page).not.toHaveURL(start);
  await page.locator('nav a[rel=next]').click();
  await expect(page).toHaveURL(start);
});

test('a gallery gives its pictures more room than an article does', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const widest = async (layout: string) => {
    await page.goto(`/news/districts/2019/03/01/${layout}-zh-hans`);
    const boxes = await page.locator('.article-body figure').all();
    return Math.max(...(await Promise.all(boxes.map(async (box) => (await box.boundingBox())?.width ?? 0))));
  };
  expect(await widest('gallery')).toBeGreaterThan(await widest('standard'));
});

test('on paper an article stands without navigation, forms and recommendations', async ({ page }) => {
  await page.goto('/news/districts/2019/03/01/standard-zh-hans');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('article h1')).toBeVisible();
  await expect(page.locator('.article-body')).toBeVisible();
  for (const furniture of ['nav', 'form', 'aside#recommended', 'body > footer'])
    for (const element of await page.locator(furniture).all()) await expect(element).toBeHidden();
});
