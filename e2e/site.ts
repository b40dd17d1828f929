import { test as base } from '@playwright/test';

/** Tests whose pages are relative to the running sample site. */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: the fixture needs no other
  baseURL: async ({}, use) => {
    const url = process.env.SITE_URL;
    if (!url) throw new Error('SITE_URL is not set; run the tests with e2e/playwright.config.ts');
    await use(url);
  },
});

export { expect } from '@playwright/test';
