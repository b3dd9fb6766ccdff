// A form that was sent after its session had ended: what was entered waits in the address that leads back from signing in.
import * as v from 'valibot';
import { Refusal, wasRefused } from '../domain/refusal.ts';
import type { Sent } from '../pages/MessagePage.tsx';
import { readFields } from './body.ts';
import { sealEntered } from './just-now.ts';
import type { AppContext } from './services.ts';
import { accountOfCookie, comesFromHere } from './sign-in.ts';

/** What an address bears, in bytes: sealed and with the rest of it there are 4,000. */
const MAX_KEPT = 2_400;

/** A form as it waits: where to it was sent, and its fields in their order. */
export const WaitingForm = v.pipe(
  v.object({
    to: v.pipe(v.string(), v.startsWith('/')),
    fields: v.array(v.tuple([v.string(), v.string()])),
  }),
  v.transform(({ to, fields }): Sent => ({ to, fields: new URLSearchParams(fields) })),
);

/** Whether what came is a form with something in it. */
export const isFilledForm = (c: AppContext): boolean =>
  c.req.method === 'POST' &&
  c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded') === true &&
  c.req.header('content-length') !== '0';

/**
 * The address at which the form of this request waits for who sent it, and for nobody else; null where it is not known who
 * that was, it came from another site, or it is too long for an address.
 */
const waitingAt = async (c: AppContext): Promise<string | null> => {
  const account = await accountOfCookie(c);
  if (account === null || !comesFromHere(c)) return null;
  try {
    const fields = [...(await readFields(c, MAX_KEPT))];
    const { pathname, search } = new URL(c.req.url);
    const said = { to: pathname + search, fields };
    if (fields.length === 0 || JSON.stringify(said).length > MAX_KEPT) return null;
    return await sealEntered(c, account, '/', said);
  } catch (error) {
    if (wasRefused(error, 'too-large')) return null;
    throw error;
  }
};

/** Lets a form that is refused since its session has ended wait until its sender has signed in. */
export const keepingForms =
  (handle: (c: AppContext) => Promise<Response>) =>
  async (c: AppContext): Promise<Response> => {
    try {
      return await handle(c);
    } catch (error) {
      if (!wasRefused(error, 'sign-in') || !isFilledForm(c)) throw error;
      const back = await waitingAt(c);
      throw back === null ? error : new Refusal('sign-in', { back });
    }
  };
