import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

/** Journeys in a real browser against the production build, on a sample edition of their own. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  globalSetup: './start-sites.ts',
  fullyParallel: true,
  // One more than there are cores: journeys also wait for what they publish, and for sites to start.
  workers: availableParallelism() + 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'line',
  use: {
    locale: 'zh-CN',
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    // What a reader does must work either way, so it is tried both ways; everything else once.
    { name: 'without scripts', testMatch: 'reader/*.spec.ts', use: { javaScriptEnabled: false } },
    { name: 'with scripts', use: { javaScriptEnabled: true } },
  ],
});
