import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { expect, test } from '../site.ts';
import { addressOf, templates } from '../templates.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Only for the checker to get in: what readers are sent forbids every script.
test.use({ bypassCSP: true });

for (const { name, pages } of templates) {
  test(`${name}: no rule of WCAG 2.2 AA is broken in any edition, light or dark, narrow or wide`, async ({ page }) => {
    for (const each of pages) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(addressOf(each));
      await page.evaluate(axeSource);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const broken = await brokenRules(page, colorScheme === 'light' ? everyRule : rulesOfColour);
          expect(broken, `${each.language}, ${width} px, ${colorScheme}`).toEqual([]);
        }
      }
    }
  });
}

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** All that the dark colours can break: the document is the same. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** `rule: selector` of everything that is broken, and of what axe could not decide about contrast. */
async function brokenRules(page: Page, runOnly: string[]): Promise<string[]> {
  return page.evaluate(async (rules) => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { runOnly: rules, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    );
  }, runOnly);
}
