// The ground truth that the benchmarks measure on: gzipped JSON Lines in folders of their own, which are no part of the project.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';

/** The records of a file, in its order; throws where DATELINE_CORPUS names no folder that holds it. */
export const readRecords = <S extends v.GenericSchema>(
  schema: S,
  folder: string,
  file: string,
): readonly v.InferOutput<S>[] => {
  const corpus = process.env['DATELINE_CORPUS'] ?? '';
  const from = path.join(corpus, 'corpus', folder, `${file}.jsonl.gz`);
  if (!corpus || !existsSync(from))
    throw new Error('Name the folder of the ground truth in DATELINE_CORPUS.');
  return gunzipSync(readFileSync(from))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => v.parse(schema, JSON.parse(line)));
};
