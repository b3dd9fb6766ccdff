// The linter refuses, with a sentence, each import that the layout forbids.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dateline-lint-'));
  cpSync(path.join(ROOT, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const lint = (file: string, from: string): string => {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `import { thing } from '${from}';\n\nexport const other = thing;\n`);
  const run = spawnSync(path.join(ROOT, 'node_modules/.bin/oxlint'), [file], {
    cwd: folder,
    encoding: 'utf8',
  });
  return run.stdout;
};

const FORBIDDEN = [
  ['shared/text/sentences.ts', '../../worker/db/clips.ts', 'shared/ is pure'],
  ['shared/ui/Mark.tsx', '../../extension/lib/storage.ts', 'shared/ is pure'],
  ['shared/digest/index.ts', 'node:fs', 'no Node modules'],
  ['shared/schema/keep.ts', '../ui/Mark.tsx', 'only ui/ draws'],
  ['shared/summary/index.ts', 'hono', 'knows no server'],
  ['extension/lib/storage.ts', '../../worker/env.ts', 'meet only in shared/schema'],
  ['extension/features/save/button.ts', '../related/list.ts', 'does not import another feature'],
  ['worker/routes/keeps.ts', '../../extension/lib/outbox.ts', 'meet only in shared/schema'],
  ['worker/routes/clips.ts', '../../shared/article/index.ts', 'parses no HTML'],
  ['worker/pages/day.tsx', '../local/start.ts', 'imported by nobody'],
  ['worker/domain/keeps.ts', 'hono', 'Rules know no HTTP'],
  ['worker/domain/digests.ts', '../db/clips.ts', 'import their types only'],
  ['worker/domain/pairings.ts', '../routes/pairings.ts', 'never the other way round'],
  ['worker/db/clips.ts', '../domain/keeps.ts', 'the only SQL'],
  ['worker/local/start.ts', '../../extension/lib/storage.ts', 'built, not imported'],
] as const;

test.each(FORBIDDEN)('%s may not import %s', (file, from, sentence) => {
  expect(lint(file, from)).toContain(sentence);
});

const ALLOWED = [
  ['shared/article/index.ts', '../schema/article.ts'],
  ['extension/features/save/record.ts', '../../../shared/schema/keep.ts'],
  ['worker/routes/days.ts', '../domain/digests.ts'],
] as const;

test.each(ALLOWED)('%s may import %s', (file, from) => {
  expect(lint(file, from)).not.toContain('no-restricted-imports');
});
