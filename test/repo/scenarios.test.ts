// Two browsers, one list of scenarios: what is promised of one is tried in the other.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { temporaryFolder } from '../../worker/local/demo/installation.ts';
import { SCENARIOS } from '../e2e/scenarios.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface Suite {
  specs: { tags: string[] }[];
  suites?: Suite[] | undefined;
}
const Suite: v.GenericSchema<unknown, Suite> = v.object({
  specs: v.array(v.object({ tags: v.array(v.string()) })),
  suites: v.optional(v.array(v.lazy(() => Suite))),
});
const Listed = v.object({ suites: v.array(Suite) });

const tagsOf = ({ specs, suites = [] }: Suite): string[] => [
  ...specs.flatMap(({ tags }) => tags.map((tag) => `@${tag}`)),
  ...suites.flatMap(tagsOf),
];

test.each(['e2e', 'firefox'])('test/%s tries every scenario of the list', (folder) => {
  const { folder: results, remove } = temporaryFolder();
  const listed = path.join(results, 'listed.json');
  execFileSync(
    path.join(ROOT, 'node_modules/.bin/playwright'),
    ['test', '-c', `test/${folder}/playwright.config.ts`, '--list', '--reporter=json'],
    { cwd: ROOT, env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: listed } },
  );
  const { suites } = v.parse(Listed, JSON.parse(readFileSync(listed, 'utf8')));
  remove();
  const tags = new Set(suites.flatMap(tagsOf));
  expect([...tags].sort()).toEqual(Object.keys(SCENARIOS).sort());
});
