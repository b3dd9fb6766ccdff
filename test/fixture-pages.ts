// The pages whose reading is known: those in fixtures/pages, and the sample pages of the demo, which live with it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SAMPLES } from '../worker/local/samples.ts';

/** One folder holds what a careful person reads off each page. */
const FOLDER = path.join(import.meta.dirname, 'fixtures/pages');
/** The list of the samples, no article. */
const LIST = 'index';

export interface FixturePage {
  readonly name: string;
  /** Null where an expectation has no page. */
  readonly html: string | null;
  /** What a careful person reads off it, not parsed yet; null where nobody has written it down. */
  readonly expected: unknown;
}

const namesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => path.basename(file, ending));

const readPage = (
  name: string,
  folder: string,
  expectations: ReadonlySet<string>,
): FixturePage => ({
  name,
  html: readFileSync(path.join(folder, `${name}.html`), 'utf8'),
  expected: expectations.has(name)
    ? JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8'))
    : null,
});

/** The sample pages of the demo. */
export const samplePages = (): readonly FixturePage[] => {
  const expectations = new Set(namesIn(FOLDER, '.json'));
  return namesIn(SAMPLES, '.html')
    .filter((name) => name !== LIST)
    .map((name) => readPage(name, SAMPLES, expectations));
};

/** All of them, and every expectation without a page. */
export const fixturePages = (): readonly FixturePage[] => {
  const expectations = new Set(namesIn(FOLDER, '.json'));
  const pages = [
    ...samplePages(),
    ...namesIn(FOLDER, '.html').map((name) => readPage(name, FOLDER, expectations)),
  ];
  const lone = expectations.difference(new Set(pages.map(({ name }) => name)));
  return [...pages, ...Array.from(lone, (name) => ({ name, html: null, expected: null }))];
};
