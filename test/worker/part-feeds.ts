// Feeds of parts as the list of feeds has them.
import { parseOpml } from 'feedsmith';
import { newId, sample } from './sample.ts';
import type { Me } from './feed-reading.ts';
import { ORIGIN, type Server } from './server.ts';

/** Keeps an article of a day under a tag and in a collection of a name, and answers the keep's id. */
export const keepsUnder = async (
  server: Server,
  { workspace, token }: Me,
  { title, day, name }: { title: string; day: string; name: string },
): Promise<string> => {
  const id = newId();
  const published = { precision: 'day' as const, value: day, evidence: 'meta' as const };
  const json = sample({ title, published }, { filing: { tags: [name], collections: [name] } });
  await server.request(`/api/w/${workspace}/keeps/${id}`, { method: 'PUT', token, json });
  return id;
};

const GROUPS = {
  tag: 'Tags',
  collection: 'Collections',
  search: 'Saved searches',
  topic: 'Topics',
};

const formatsOf = (address: string) => {
  const rss = address.replace(ORIGIN, '');
  return { rss, atom: rss.replace(/rss$/, 'atom'), json: rss.replace(/rss$/, 'json') };
};

/**
 * The daily feed of a part and its feed of clips; of a search, one that asks for what has the tag, if for nothing else, is
 * saved.
 */
export const listedFeeds = async (
  server: Server,
  { workspace, cookie }: Me,
  kind: keyof typeof GROUPS,
  name: string,
  query = `tag:"${name}"`,
) => {
  if (kind === 'search')
    await server.request(`/w/${workspace}/searches`, {
      method: 'POST',
      cookie,
      form: { name, query },
    });
  const opml = parseOpml(
    await (await server.request(`/w/${workspace}/feeds.opml`, { cookie })).text(),
  );
  const group = opml.body?.outlines?.find(({ text }) => text === GROUPS[kind]);
  const addressOf = (title: string): string =>
    group?.outlines?.find(({ text }) => text === title)?.xmlUrl ?? '';
  return [formatsOf(addressOf(`${name} (Day by day)`)), formatsOf(addressOf(name))] as const;
};
