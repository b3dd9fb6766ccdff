// What the panel holds on to while a person reads one page after another in it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { launchDateline } from '../../worker/local/demo/browser.ts';
import { SAMPLES } from '../../worker/local/samples.ts';
import { serve } from './served.ts';
import { printTable } from './table.ts';

const CAPTURES = 100;
const LOOKS = new Set([1, 25, 50, 100]);

/** Prints the panel's heap after so many captures, as multiples of the first. */
export const printMemory = async (): Promise<void> => {
  const sample = await serve(readFileSync(path.join(SAMPLES, 'vi-portal.html'), 'utf8'));
  const { dateline, close } = await launchDateline();
  const page = await dateline.open(sample.address);
  const panel = await dateline.read(page);
  const devtools = await dateline.context.newCDPSession(panel);
  const heap = async (): Promise<number> => {
    await devtools.send('HeapProfiler.collectGarbage');
    return (await devtools.send('Runtime.getHeapUsage')).usedSize;
  };
  const rows: string[][] = [];
  let first = 0;
  for (let count = 1; count <= CAPTURES; count += 1) {
    // A headline of its own tells when this capture, and not the one before, is shown.
    await page.evaluate(`document.querySelector('h1').textContent = 'Headline number ${count}'`);
    await dateline.clickAction(page);
    await panel.getByRole('heading', { level: 1, name: `Headline number ${count}` }).waitFor();
    if (!LOOKS.has(count)) continue;
    const used = await heap();
    first ||= used;
    rows.push([`${count}`, (used / 1e6).toFixed(1), (used / first).toFixed(2)]);
  }
  await close();
  sample.close();
  console.log('\nThe heap of the panel');
  printTable(['captures', 'MB', 'of the first'], rows);
};
