// The token in the address of a public link: who has it may read what it shows.
import type { SharedWhose } from '../db/shared.ts';
import { open, seal } from './seal.ts';

const KINDS = ['collection', 'day', 'clip'] as const;

const HEAD_BYTES = 25;
const NAMED = 4;

/** The token of a link; void with the addresses of its library's feeds. */
export const shareToken = (
  serverSecret: string,
  { number, rotation, id, kind, named }: SharedWhose,
): Promise<string> => {
  const head = new Uint8Array(HEAD_BYTES);
  const view = new DataView(head.buffer);
  view.setUint32(0, number);
  view.setUint32(4, rotation);
  view.setUint8(8, KINDS.indexOf(kind) + (named ? NAMED : 0));
  head.set(Uint8Array.fromHex(id.replaceAll('-', '')), 9);
  return seal(serverSecret, 'dateline share', head);
};

/** What a token that we made names, or null. */
export const readShareToken = async (
  serverSecret: string,
  token: string,
): Promise<SharedWhose | null> => {
  const head = await open(serverSecret, 'dateline share', token);
  if (!head) return null;
  const view = new DataView(head.buffer, head.byteOffset);
  const flags = view.getUint8(8);
  const kind = KINDS[flags & (NAMED - 1)];
  if (!kind) return null;
  const id = head.slice(9).toHex();
  return {
    number: view.getUint32(0),
    rotation: view.getUint32(4),
    id: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    kind,
    named: (flags & NAMED) !== 0,
  };
};
