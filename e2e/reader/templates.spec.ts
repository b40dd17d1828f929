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

      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('main')).toHaveCount(1);
      await expect(page.locator('h1')).toHaveCount(1);
      await expect(page.locator('h1')).toHaveText(/\S/);
      await expect(page).toHaveTitle(/\S/);
      await expect(page.getByRole('navigation', { name: breadcrumbs[language] })).toBeVisible();
      await expect(page.locator('script:not([type="application/ld+json"])')).toHaveCount(0);
      await expect(page.locator('[style], iframe, base')).toHaveCount(0);
    }
    expect(complaints).toEqual([]);
  });
}
