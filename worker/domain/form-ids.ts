// What a form makes gets its ids from the id that the form was drawn with and from what it says: sent again after an answer that
// was lost, it makes nothing again; changed and sent again, it makes another thing.
import { publicId, type Random, sha256, uuidV7 } from './ids.ts';
import { seal } from './seal.ts';

/** A form as it was sent: its id, a UUIDv7, and all that makes what it makes another thing. */
export interface SentForm {
  id: string;
  said: unknown;
}

const hashOf = ({ id, said }: SentForm): Promise<string> =>
  sha256(new TextEncoder().encode(JSON.stringify([id, said])));

const randomOf = async (form: SentForm): Promise<Random> => {
  const bytes = Uint8Array.fromHex(await hashOf(form));
  return (count) => bytes.slice(0, count);
};

/** A UUIDv7 for what a form makes, of the time of the form's own. */
export const formUuid = async (form: SentForm): Promise<string> => {
  const drawn = new Date(Number.parseInt(form.id.replaceAll('-', '').slice(0, 12), 16));
  return uuidV7(drawn, await randomOf(form));
};

/** A short id for what a form makes. */
export const formPublicId = async (form: SentForm): Promise<string> =>
  publicId(await randomOf(form));

/** The token that a form makes, which nobody works out without the server's. */
export const formToken = async (serverSecret: string, form: SentForm): Promise<string> =>
  seal(serverSecret, `dateline made token ${await hashOf(form)}`, new Uint8Array());
