import { defineConfig } from '@playwright/test';
import { findBrowser } from './test/run/browser.ts';
import { CHROMIUM_ARGS } from './test/run/chromiumArgs.ts';

const executablePath = findBrowser();

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/stories',
  reporter: [['list'], ['json', { outputFile: 'test-results/stories.json' }]],
  forbidOnly: true,
  retries: 0, // a story that passes only the second time has found something
  fullyParallel: true, // or the longest file is what everybody waits for at the end
  workers: 2, // one for each core; more of them only get in each other's way
  timeout: 120_000, // a bound for what hangs; on a busy machine work and waits alike take their time
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    trace: 'off', // takes a third of the time; `npx playwright test NAME --trace on` for one that puzzles
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        ...CHROMIUM_ARGS,
        // The app's page is another site's, and would run in a process of its own. Of two processes Chromium asks one whom a
        // click is for, and on a busy machine it stops waiting for the answer: the click is lost. Origins stay as strict.
        '--disable-site-isolation-trials',
        '--screen-info={1440x950}', // what a frame of another site sees, whatever the page's own viewport
      ],
    },
  },
});
