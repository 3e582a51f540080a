import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  globalSetup: './share-folder.ts',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  retries: 1,
  // The story of a first run is what everything else is for, so it is told first. The pages come last, each for itself:
  // a worker that has nothing else to do takes the next one.
  projects: [
    { name: 'first run', testMatch: 'first-run.spec.ts' },
    { name: 'everything else', testIgnore: ['first-run.spec.ts', 'pages-*.spec.ts'] },
    { name: 'each page', testMatch: 'pages-*.spec.ts', fullyParallel: true },
  ],
  reporter: [['list'], ['json']],
  use: {
    actionTimeout: 15_000,
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
    // Recording every test costs a third of its time; one that failed is run again, and that is recorded.
    trace: 'on-first-retry',
    launchOptions: {
      ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
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
})
