import { test as base, type Page } from '@playwright/test';
import {
  type CommandResult,
  copyDataDir,
  dateline,
  removeDataDir,
  type SiteProcess,
  startSite,
} from './site-process.ts';

/** A site of a test's own, with the sample edition in it, and its newsroom. */
export type OwnSite = SiteProcess & { dateline(...words: string[]): Promise<CommandResult> };

export const sampleTemplate = (): string => {
  const folder = process.env.SITE_TEMPLATE;
  if (!folder) throw new Error('SITE_TEMPLATE is not set; run the tests with e2e/playwright.config.ts');
  return folder;
};

type Fixtures = {
  /** Started for the test, stopped and removed after it. */
  own: OwnSite;
  /** What the page's browser complained of: policy violations, errors, failed requests of the page's own. */
  complaints: string[];
};

/** Tests whose pages are relative to the running sample site. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: the fixture needs no other
  baseURL: async ({}, use) => {
    const url = process.env.SITE_URL;
    if (!url) throw new Error('SITE_URL is not set; run the tests with e2e/playwright.config.ts');
    await use(url);
  },
  // biome-ignore lint/correctness/noEmptyPattern: the fixture needs no other
  own: async ({}, use) => {
    const dataDir = copyDataDir(sampleTemplate());
    const site = await startSite(dataDir);
    await use({ ...site, dateline: (...words) => dateline(dataDir, ...words) });
    await site.stop();
    removeDataDir(dataDir);
  },
  complaints: async ({ page }, use) => {
    await use(complaintsOf(page));
  },
});

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A 404 or 410 page is reported as a failed load; its status is checked where it matters.
    if (/^Failed to load resource/.test(message.text())) return;
    complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  page.on('request', (request) => {
    if (request.resourceType() === 'script') complaints.push(`script: ${request.url()}`);
  });
  return complaints;
}

export { expect } from '@playwright/test';
