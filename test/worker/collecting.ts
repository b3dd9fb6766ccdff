// Keeping clips in collections, and reading the days of these.
import { expect } from 'vitest';
import type { Digest } from '../../shared/schema/digest.ts';
import { nameAddress } from '../../worker/pages/NamesPage.tsx';
import { freezingAt, frozen, type Me, of } from './frozen.ts';
import { openingAt } from './opening.ts';
import { newId } from './sample.ts';
import { db, type Server } from './server.ts';

/** The day on which these clips stand. */
export const DAY = '2022-12-27';

/** A date as a reader sets it right. */
export const dated = (value: string) => ({
  published: { precision: 'day' as const, value, evidence: 'reader' as const },
});

/** The days that are frozen of anything but the whole library, each of how many clips. */
export const frozenOf = async (me: Me) => {
  const { days, pages } = await frozen(me);
  expect(new Set(pages.map(({ scope, day }) => `${scope} ${day}`))).toEqual(
    new Set(days.map(({ scope, day }) => `${scope} ${day}`)),
  );
  return days.filter(({ scope }) => scope !== '').map(({ day }) => day);
};

/** The steps against a server. */
export const collectingAt = (server: () => Server) => {
  const { ask, keepAs } = freezingAt(server);

  const keep = ({ workspace, token }: Me, day: string, title: string, ...collections: string[]) =>
    keepAs({ workspace, token }, { ...of(day, title), filing: { tags: [], collections } });

  let asked = 0;

  const digest = async (
    { workspace, token }: Me,
    name: string,
    day = DAY,
    { page = 1, database = db } = {},
  ): Promise<Digest> => {
    // Another address each time: what is composed already would be answered without a look at what is stored.
    asked += 1;
    const path = `collections/${encodeURIComponent(name)}/digests/${day}?page=${page}&n=${asked}`;
    const { status, body } = await ask<Digest>({ workspace, token, database }, path);
    expect(status).toBe(200);
    return body;
  };

  const openPage = openingAt(server);
  const open = (
    me: Pick<Me, 'workspace' | 'cookie'>,
    name: string,
    span = `day/${DAY}`,
    etag?: string,
  ) => openPage(me, `collection/${encodeURIComponent(name)}/${span}`, etag);

  const press = ({ workspace, cookie }: Me, name: string, form: Record<string, string>) =>
    server().request(nameAddress(workspace, 'collection', name), { method: 'POST', cookie, form });
  const file = (me: Me, kept: string, add: string[], out: string[] = []) =>
    ask({ workspace: me.workspace, token: me.token }, `filings/${newId()}`, 'PUT', {
      version: 1,
      keep: kept,
      change: { add: { tags: [], collections: add }, remove: { tags: [], collections: out } },
    });

  return { ask, keepAs, keep, digest, open, press, file };
};
