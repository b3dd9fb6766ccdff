// What waits, as a file: a way out that needs no library.
import { saveFile } from '../../lib/download.ts';
import { kindOf, type Operation } from '../../lib/operation.ts';
import { mapOutbox } from '../../lib/outbox.ts';

type Exported = Pick<Operation, 'id' | 'capturedAt' | 'destination' | 'state'> &
  Partial<Pick<Operation, 'edits' | 'act' | 'filing' | 'highlight'>>;

/**
 * One line of JSON Lines in parts: `{id, capturedAt, destination, state, keep}`, or `edit` for a
 * correction, `filing` for tags and collections, `highlight` for a highlight and `act` for what is done with a clip, with the frozen bytes as they are, which are JSON on one line;
 * null where there are none.
 */
export const exportLine = (
  operation: Exported,
  bytes: Uint8Array<ArrayBuffer> | undefined,
): (string | Uint8Array<ArrayBuffer>)[] => {
  const { id, capturedAt, destination, state } = operation;
  const head = JSON.stringify({ id, capturedAt, destination, state });
  return [head.slice(0, -1), `,"${kindOf(operation)}":`, bytes ?? 'null', '}\n'];
};

/** Saves everything that the outbox holds as a file among the downloads. Answers how many clips it holds. */
export const exportOutbox = async (): Promise<number> => {
  // A blob for each, so that no more than one clip at a time lies in this page's memory.
  const lines = await mapOutbox((operation, bytes) => new Blob(exportLine(operation, bytes)));
  saveFile(
    `dateline-${new Date().toISOString().slice(0, 10)}.jsonl`,
    new Blob(lines, { type: 'application/jsonl' }),
  );
  return lines.length;
};
