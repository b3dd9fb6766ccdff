// The sample pages, served under /sample/ as the files they are.
import { createHash } from 'node:crypto';
import { cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './process.ts';

/** Where the sample pages lie in the sources. */
export const SAMPLES = path.join(ROOT, 'worker/pages/sample');

const hashesOf = (html: string, tag: 'script' | 'style'): string =>
  Array.from(html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs')), ([, text = '']) => {
    const hash = createHash('sha256').update(text).digest('base64');
    return ` 'sha256-${hash}'`;
  }).join('');

/** A policy under which exactly the scripts and styles that stand in the page work: they look like pages of the world. */
const policyOf = (html: string): string =>
  [
    "default-src 'none'",
    "img-src 'self'",
    `style-src 'self'${hashesOf(html, 'style')}`,
    `script-src 'self'${hashesOf(html, 'script')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Copies the pages into the assets and answers their lines of the `_headers` file. */
export const copySamples = async (assets: string): Promise<string> => {
  await cp(SAMPLES, path.join(assets, 'sample'), { recursive: true });
  const rules: string[] = [];
  for (const name of await readdir(SAMPLES)) {
    const html = await readFile(path.join(SAMPLES, name), 'utf8');
    const address = `/sample/${name.replace(/(index)?\.html$/, '')}`;
    rules.push(
      `${address}\n  Content-Security-Policy: ${policyOf(html)}\n  X-Content-Type-Options: nosniff\n`,
    );
  }
  return rules.join('');
};
