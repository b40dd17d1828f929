import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { expect, test } from '../site.ts';
import { addressOf, templates, titleOf } from '../templates.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Only for the checker to get in: what readers are sent forbids every script.
test.use({ bypassCSP: true });

for (const each of templates) {
  test(`${titleOf(each)}: no rule of WCAG 2.2 AA is broken, light or dark, narrow or wide`, async ({ page }) => {
    await page.goto(addressOf(each));
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await brokenRules(page), `${width} px, ${colorScheme}`).toEqual([]);
      }
    }
  });
}

/** `rule: selector` of everything that is broken, and of what axe could not decide about contrast. */
async function brokenRules(page: Page): Promise<string[]> {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    );
  });
}
