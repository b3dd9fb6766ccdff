// What each route costs is told, and for no route that there is not.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COSTED } from '../bench/cost-requests.ts';

test('docs/cost.md tells what every route costs', () => {
  const table = readFileSync(path.resolve(import.meta.dirname, '../../docs/cost.md'), 'utf8');
  const told = Array.from(table.matchAll(/^\| `([A-Z]+ \/[^`]*)` +\|/gm), ([, route]) => route);
  expect(told.sort(), 'npm run bench -- cost makes the table').toEqual(Object.keys(COSTED).sort());
});
