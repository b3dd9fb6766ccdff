// Changes of nothing but what the caller has read, by the tag in If-Match (RFC 9110, 13.1.1).
import { Refusal } from '../domain/refusal.ts';
import type { SinceRead } from '../domain/since-read.ts';
import { isAsRead } from './answers.ts';
import type { AppContext } from './services.ts';

/** Whether the caller says what they have read of what they change. */
export const hasRead = (c: AppContext): boolean => c.req.header('if-match') !== undefined;

/**
 * Throws 'changed-meanwhile' where the caller names a tag of something, and not of `value` as its GET answers it. What is
 * not there has no tag: the write itself says so.
 */
export const refuseUnread = async (c: AppContext, value: unknown): Promise<void> => {
  if (!hasRead(c) || value === null) return;
  if (!(await isAsRead(c, value))) throw new Refusal('changed-meanwhile');
};

/** The same of something of a library that `read` reads: what stops the write where it is changed before that is done. */
export const sinceRead =
  (c: AppContext, workspace: string, read: (id: string) => Promise<unknown>): SinceRead =>
  async ({ id }) => {
    if (!hasRead(c)) return null;
    const { libraries } = c.var.services;
    // Before what it is read of: so that is never newer.
    const seq = await libraries.lastChange(workspace);
    await refuseUnread(c, await read(id));
    return seq;
  };

/** The same of a clip. */
export const sinceClipRead = (c: AppContext, workspace: string): SinceRead =>
  sinceRead(c, workspace, async (id) => {
    const found = await c.var.services.clips.find(workspace, id);
    return found && found.clip;
  });
