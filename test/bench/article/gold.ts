// The ground truth, and which half of it nobody tunes on.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { getDomain } from 'tldts';
import * as v from 'valibot';

const Gold = v.object({
  id: v.string(),
  url: v.string(),
  html: v.string(),
  gold: v.object({
    body: v.optional(v.string()),
    title: v.optional(v.nullable(v.string())),
    authors: v.optional(v.nullable(v.array(v.string()))),
    date: v.optional(v.nullable(v.string())),
    section: v.optional(v.nullable(v.union([v.string(), v.array(v.string())]))),
    with: v.optional(v.array(v.string())),
    without: v.optional(v.array(v.string())),
  }),
});
export type Gold = v.InferOutput<typeof Gold>;

/** The folder of the ground truth; throws where DATELINE_CORPUS does not name one. */
export const articleCorpus = (): string => {
  const folder = path.join(process.env['DATELINE_CORPUS'] ?? '', 'corpus/articles');
  if (!process.env['DATELINE_CORPUS'] || !existsSync(folder))
    throw new Error('Name the folder of the ground truth in DATELINE_CORPUS.');
  return folder;
};

/** The files of ground truth in a corpus, without their endings. */
export const goldFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .map((name) => name.replace(/\.jsonl\.gz$/, ''));

/** The records of a file, one after another. */
export function* goldRecords(folder: string, name: string): Generator<Gold> {
  const lines = gunzipSync(readFileSync(path.join(folder, `${name}.jsonl.gz`)))
    .toString('utf8')
    .split('\n');
  for (const line of lines) if (line !== '') yield v.parse(Gold, JSON.parse(line));
}

/** Whether a page is of the half that is measured and never tuned on: by the hash of its registrable domain. */
export const isHeldOut = ({ url, id }: Pick<Gold, 'url' | 'id'>): boolean =>
  /^[89a-f]/.test(
    createHash('sha256')
      .update(getDomain(url) ?? id)
      .digest('hex'),
  );
