// A library may lie in another database than the accounts: no statement may name tables of both.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CONTROL_TABLES } from '../../worker/db/control-tables.ts';
import { tablesIn } from '../worker/named-tables.ts';

const DB = path.resolve(import.meta.dirname, '../../worker/db');

const made = new Set(
  readdirSync(path.join(DB, 'migrations')).flatMap((name) =>
    [
      ...readFileSync(path.join(DB, 'migrations', name), 'utf8').matchAll(
        /CREATE (?:VIRTUAL )?TABLE (\w+)/g,
      ),
    ].flatMap(([, table]) => table ?? []),
  ),
);

/** The texts of a file, each with those that stand inside it. */
const textsOf = (source: string): string[] => {
  const texts: string[] = [];
  const read = (from: number, end: string): number => {
    let at = from;
    while (at < source.length && source[at] !== end) {
      if (source[at] === '\\') at += 2;
      else if (end === '`' && source.startsWith('${', at)) at = walk(at + 2, '}') + 1;
      else at += 1;
    }
    texts.push(source.slice(from, at));
    return at + 1;
  };
  const walk = (from: number, end: string | null): number => {
    let at = from;
    while (at < source.length && source[at] !== end) {
      const char = source[at] ?? '';
      if (source.startsWith('//', at)) at = source.indexOf('\n', at);
      else if (source.startsWith('/*', at)) at = source.indexOf('*/', at) + 2;
      else if (char === '{') at = walk(at + 1, '}') + 1;
      else if (`'"\``.includes(char)) at = read(at + 1, char);
      else at += 1;
    }
    return at;
  };
  walk(0, null);
  return texts;
};

const groupsIn = (text: string): Set<boolean> =>
  new Set(
    tablesIn(text)
      .filter((table) => made.has(table))
      .map((table) => CONTROL_TABLES.includes(table)),
  );

test('every SQL text names tables of the accounts alone, or of libraries alone', () => {
  const files = readdirSync(DB).filter((name) => name.endsWith('.ts'));
  const texts = files.flatMap((name) =>
    textsOf(readFileSync(path.join(DB, name), 'utf8')).map((text) => ({ name, text })),
  );
  expect(texts.filter(({ text }) => groupsIn(text).size > 0).length).toBeGreaterThan(300);
  expect(
    texts.filter(({ text }) => groupsIn(text).size > 1),
    'ask each database by itself: worker/db/question.ts, or by attemptSteps',
  ).toEqual([]);
});

test('a text that joins both would be found, also where it is made of parts', () => {
  const joined = "SELECT 1 FROM clip ${isOne ? `INDEXED BY a` : ''} JOIN member ON 1";
  const [inner, , whole] = textsOf(`const sql = \`${joined}\`; // "not this"`);
  expect([inner, whole]).toEqual(['INDEXED BY a', joined]);
  expect(groupsIn(joined).size).toBe(2);
});
