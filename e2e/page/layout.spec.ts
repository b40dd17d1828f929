import type { Page } from '@playwright/test';
import { expect, test } from '../site.ts';
import { addressOf, templates } from '../templates.ts';

const widths = [320, 360, 480, 768, 1024, 1440, 1920];

for (const { name, pages } of templates) {
  test(`${name}: nothing sticks out sideways in any edition, and nothing moves while it loads`, async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const each of pages) {
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(addressOf(each), { waitUntil: 'load' });
        await scrollThrough(page);
        expect(await page.evaluate('shifts'), `shifts at ${width} px, ${each.language}`).toEqual([]);
        const missing = await page.evaluate(() =>
          [...document.images].filter((image) => !image.naturalWidth).map((image) => image.src),
        );
        expect(missing, each.language).toEqual([]);
      }
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `${width} px, ${each.language}`).toBeLessThanOrEqual(width);
      }
    }
  });
}

/** Until every picture was in sight and is there. */
const scrollThrough = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 1_600) {
      window.scrollTo(0, y);
      await new Promise((done) => requestAnimationFrame(done));
    }
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
    window.scrollTo(0, 0);
  });
