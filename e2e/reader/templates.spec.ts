import { expect, test } from '../site.ts';
import { addressOf, templates } from '../templates.ts';

const breadcrumbs = { 'zh-Hans': '当前位置', 'zh-Hant': '目前位置', en: 'You are here' };

for (const { name, pages } of templates) {
  test(`${name}: a whole page, scriptless, with its landmarks, in every edition`, async ({ page, complaints }) => {
    for (const each of pages) {
      const { language, template } = each;
      const response = await page.goto(addressOf(each));
      expect(response?.status()).toBe(template.status ?? 200);
      expect(response?.headers()['content-security-policy']).toContain("default-src 'none'; script-src 'none'");
      expect(response?.headers()['content-language']).toBe(language);

      const { lang, title, headings, ...counts } = await page.evaluate(() => ({
        lang: document.documentElement.lang,
        title: document.title,
        headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent.trim() !== ''),
        mains: document.querySelectorAll('main').length,
        scripts: document.querySelectorAll('script:not([type="application/ld+json"])').length,
        foreign: document.querySelectorAll('[style], iframe, base').length,
      }));
      expect(lang).toBe(language);
      expect(title).toMatch(/\S/);
      expect(headings).toEqual([true]);
      expect(counts).toEqual({ mains: 1, scripts: 0, foreign: 0 });
      await expect(page.getByRole('navigation', { name: breadcrumbs[language] })).toBeVisible();
    }
    expect(complaints).toEqual([]);
  });
}
