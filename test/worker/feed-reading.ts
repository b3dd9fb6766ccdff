// Feeds as a feed reader finds and reads them.
import { extractFromJson, extractFromXml, type FeedData } from '@extractus/feed-extractor';
import { expect } from 'vitest';
import { newId, sample } from './sample.ts';
import { ORIGIN, type Server } from './server.ts';

export type Me = Awaited<ReturnType<Server['install']>>;

export const KINDS = ['daily', 'clips'] as const;
export const FORMATS = ['rss', 'atom', 'json'] as const;
type Kind = (typeof KINDS)[number];
type Format = (typeof FORMATS)[number];

/** Keeps an article of a day and answers the keep's id. */
export const keep = async (
  server: Server,
  { workspace, token }: Me,
  title: string,
  day: string,
  more: Parameters<typeof sample>[0] = {},
): Promise<string> => {
  const json = sample({
    title,
    published: { precision: 'day', value: day, evidence: 'meta' },
    ...more,
  });
  const id = newId();
  const address = `/api/w/${workspace}/keeps/${id}`;
  expect((await server.request(address, { method: 'PUT', token, json })).status).toBe(201);
  return id;
};

/** Lets a keep go. */
export const letGo = (server: Server, { workspace, token }: Me, id: string): Promise<Response> =>
  server.request(`/api/w/${workspace}/keeps/${id}`, { method: 'DELETE', token });

/** The feeds' paths, from the page of a day, where a browser finds them too. */
export const addresses = async (server: Server, { workspace, cookie }: Me) => {
  const page = await (await server.request(`/w/${workspace}/day/2026-03-10`, { cookie })).text();
  const path = (kind: Kind, format: Format): string =>
    new RegExp(`<link rel="alternate" [^>]*href="${ORIGIN}([^"]+/${kind}\\.${format})"`).exec(
      page,
    )?.[1] ?? '';
  const of = (kind: Kind) => ({
    rss: path(kind, 'rss'),
    atom: path(kind, 'atom'),
    json: path(kind, 'json'),
  });
  return { daily: of('daily'), clips: of('clips') };
};

/** The body of a feed. */
export const read = async (server: Server, path: string): Promise<string> => {
  const answer = await server.request(path);
  expect(answer.status, path).toBe(200);
  return answer.text();
};

/** A feed as a reader understands it, whatever its format. */
export const understand = (body: string): FeedData =>
  body.startsWith('{') ? extractFromJson(body) : extractFromXml(body);
