// An import's way to the server: the question what is known, the parts one after the other, and the way back.
import * as v from 'valibot';
import {
  IMPORT_VERSION,
  ImportForecast,
  type ImportPart,
  ImportPartAnswer,
  type ImportQuestion,
  ImportUndone,
} from '../../../../shared/schema/import.ts';
import { Failed, send } from '../requests.ts';
import type { Batch } from './reading.ts';

/** How a long run of requests is watched and stopped. */
export interface Run {
  signal: AbortSignal;
  /** There was no answer; the request is being sent again. */
  onRetry: () => void;
}

const json = (method: 'POST' | 'PUT', body: ImportPart | ImportQuestion): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

// What is no answer of ours, as of a network's sign-in page, is as good as none.
const parsed =
  <S extends v.GenericSchema>(schema: S) =>
  async (response: Response): Promise<v.InferOutput<S>> =>
    v.parse(schema, await response.json());

/** Asks how many of the addresses the library has; nothing is written. */
export const forecast = async (
  api: string,
  batch: Batch,
  run: Run,
  onProgress: (asked: number) => void,
): Promise<number> => {
  let known = 0;
  let asked = 0;
  for (const part of batch.parts) {
    const addresses = part.map(({ url }) => url);
    const question = json('POST', { addresses });
    const answer = await send(`${api}/imports/dry-run`, question, parsed(ImportForecast), run);
    known += answer.known;
    asked += addresses.length;
    onProgress(asked);
  }
  return known;
};

/** How far an import has come. */
export interface Progress {
  /** Parts that were answered: the next one to send has this number. */
  parts: number;
  added: number;
  known: number;
}

export const BEGINNING: Progress = { parts: 0, added: 0, known: 0 };

/** Addresses that the server has answered for. */
export const doneOf = ({ added, known }: Progress): number => added + known;

/** Sends the parts that are left; the same import and part again is no second one. */
export const sendParts = async (
  api: string,
  id: string,
  batch: Batch,
  from: Progress,
  run: Run,
  onProgress: (progress: Progress) => void,
): Promise<Progress> => {
  let progress = from;
  for (const items of batch.parts.slice(from.parts)) {
    if (run.signal.aborted) throw new Failed('stopped');
    const { parts, added, known } = progress;
    const part = json('PUT', { version: IMPORT_VERSION, name: batch.name, items: [...items] });
    const address = `${api}/imports/${id}/parts/${parts}`;
    const answer = await send(address, part, parsed(ImportPartAnswer), run);
    progress = { parts: parts + 1, added: added + answer.added, known: known + answer.known };
    onProgress(progress);
  }
  return progress;
};

/** Takes an import back, step by step. */
export const undo = async (
  api: string,
  id: string,
  run: Run,
  onProgress: (left: number) => void,
): Promise<void> => {
  for (;;) {
    if (run.signal.aborted) throw new Failed('stopped');
    const address = `${api}/imports/${id}`;
    const { left } = await send(address, { method: 'DELETE' }, parsed(ImportUndone), run);
    onProgress(left);
    if (left === 0) return;
  }
};
