// Texts written to do harm, that nobody here wrote, where `DATELINE_CORPUS` says they are.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

const Sanitiser = v.array(v.object({ payload: v.union([v.string(), v.array(v.string())]) }));
const CheatSheet = v.array(v.object({ data: v.string() }));
const Feeds = v.array(v.object({ markup: v.string() }));
const Naughty = v.array(v.string());

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

// The sheet leaves open what is to be run, and how it is written.
const filledIn = (data: string): string =>
  data
    .replaceAll(/%js_base64_alert%/g, 'YWxlcnQoMSk=')
    .replaceAll(/%js_uri_\w+%/g, 'javascript:alert(1)')
    .replaceAll(/%(?:js|html|svg|css|vml|sct|htc|xxe|event|xdr|swf)_\w+%/g, 'alert(1)');

export interface Vectors {
  /** Markup that runs a script in some browser or other, or once did. */
  scripts: readonly string[];
  /** Markup of feeds, and strings that break programs. */
  others: readonly string[];
}

/** The texts; null where `DATELINE_CORPUS` is not set, which is said aloud. */
export const readVectors = (): Vectors | null => {
  const corpus = process.env['DATELINE_CORPUS'];
  if (!corpus) {
    console.warn('DATELINE_CORPUS is not set: hostile pages are tried with our own text alone.');
    return null;
  }
  const folder = path.join(corpus, 'vectors');
  if (!existsSync(folder)) throw new Error(`DATELINE_CORPUS is set, but ${folder} is not there.`);
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));
  return {
    scripts: [
      ...v.parse(Sanitiser, read('dompurify-payloads')).flatMap(({ payload }) => payload),
      ...v.parse(CheatSheet, read('html5-security-cheatsheet')).map(({ data }) => filledIn(data)),
    ],
    others: [
      ...v.parse(Feeds, read('feedparser-sanitize')).map(({ markup }) => decoded(markup)),
      ...v.parse(Naughty, read('naughty-strings')),
    ],
  };
};
