import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Frame } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// What axe finds that another scheme may change: https://dequeuniversity.com/rules/axe/4.11
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds in the app's page, a line each. The page's own rules forbid foreign scripts, so it goes in from outside.
 * `colours`: of colours alone, for a page that was looked through in another scheme.
 */
export async function faultsOfPage(frame: Frame, only?: 'colours'): Promise<string[]> {
  await standStill(frame);
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE);
  const { violations } = await frame.evaluate((rules) => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
  }, only && OF_COLOURS);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
  );
}

/** Brings what fades or slides to its end: colours half-way are nobody's. */
export async function standStill(frame: Frame): Promise<void> {
  const finish = () => document.getAnimations().map((each) => each.finish()).length;
  await expect.poll(() => frame.evaluate(finish)).toBe(0);
}

/** The elements that are wider than the place they have, a line each. */
export async function fitsItsFrame(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = [...document.querySelectorAll('body *')].filter((one) => {
      const { right, left } = one.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    const page = scrollWidth > clientWidth ? [`the page: ${scrollWidth} > ${clientWidth}`] : [];
    return [...page, ...wide.map((one) => `${one.tagName} ${one.textContent?.slice(0, 60)}`)];
  });
}
