import { expect, test } from '../site.ts';
import { addressOf, templates, titleOf } from '../templates.ts';

const widths = [320, 360, 480, 768, 1024, 1440, 1920];

for (const each of templates) {
  test(`${titleOf(each)}: nothing sticks out sideways, and nothing moves while it loads`, async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(addressOf(each), { waitUntil: 'load' });
      await page.evaluate(async () => {
        for (let y = 0; y < document.documentElement.scrollHeight; y += 600) {
          window.scrollTo(0, y);
          await new Promise((done) => requestAnimationFrame(done));
        }
        await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
        window.scrollTo(0, 0);
      });
      expect(await page.evaluate('shifts'), `shifts at ${width} px`).toEqual([]);
      expect(await page.evaluate(() => [...document.images].filter((i) => !i.naturalWidth).map((i) => i.src))).toEqual(
        [],
      );
    }
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${width} px`).toBeLessThanOrEqual(width);
    }
  });
}
