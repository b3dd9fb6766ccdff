// Tags and collections as JSON, each by its name.
import type { FoundName } from '../db/names.ts';
import {
  CollectionWrite,
  MergeWrite,
  type NameFound,
  type Noun,
  TagWrite,
} from '../../shared/schema/named.ts';
import { changeName, deleteName, findName, mergeNames } from '../domain/names.ts';
import type { SinceRead } from '../domain/since-read.ts';
import { json, withEtag } from './answers.ts';
import { MAX_SMALL_BODY, parse, readJson } from './body.ts';
import { sinceRead } from './if-match.ts';
import { member } from './policy.ts';
import { apiRoute } from './route.ts';
import type { AppContext } from './services.ts';

const told = ({ id, name, description, clips }: FoundName): NameFound => ({
  id,
  name,
  description,
  clips,
});

const asked = (c: AppContext): string => c.req.param('name') ?? '';

const sinceNameRead = (c: AppContext, workspace: string, noun: Noun): SinceRead =>
  sinceRead(c, workspace, async () =>
    told(await findName(c.var.services, { workspace }, noun, asked(c))),
  );

const WRITES = { tag: TagWrite, collection: CollectionWrite };
const CALLED = { tag: 'Tag', collection: 'Collection' } as const;

const routesOf = (noun: Noun) => [
  apiRoute({
    method: 'GET',
    path: `/api/w/:workspace/${noun}s/:name`,
    policy: member('viewer'),
    operation: {
      id: `get${CALLED[noun]}`,
      summary: `A ${noun} by its name, with how many clips it has, counted as far as a thousand.`,
      answers: { 200: 'NameFound', 304: null },
    },
    handler: async (c, { place: { library } }) =>
      withEtag(c, json(c, told(await findName(c.var.services, library, noun, asked(c))))),
  }),
  apiRoute({
    method: 'PUT',
    path: `/api/w/:workspace/${noun}s/:name`,
    policy: member('editor'),
    operation: {
      id: `change${CALLED[noun]}`,
      summary:
        noun === 'tag'
          ? 'Renames a tag.'
          : 'Renames a collection, or says what it is about. Its public links and feeds stay.',
      body: `${CALLED[noun]}Write`,
      answers: { 200: 'NameFound' },
      ifMatch: `the ${noun}`,
      problems: ['name-taken'],
    },
    handler: async (c, { place: { library } }) => {
      const write = parse(WRITES[noun], (await readJson(c, MAX_SMALL_BODY)).value);
      const since = sinceNameRead(c, library.workspace, noun);
      return json(c, told(await changeName(c.var.services, library, noun, asked(c), write, since)));
    },
  }),
  apiRoute({
    method: 'POST',
    path: `/api/w/:workspace/${noun}s/:name/merge`,
    policy: member('editor'),
    operation: {
      id: `merge${CALLED[noun]}`,
      summary: `Gives all clips of a ${noun} to another one, which is answered, and deletes it.`,
      body: 'MergeWrite',
      answers: { 200: 'NameFound' },
      ifMatch: `the ${noun}`,
    },
    handler: async (c, { person: { account }, place: { library } }) => {
      const { into } = parse(MergeWrite, (await readJson(c, MAX_SMALL_BODY)).value);
      const since = sinceNameRead(c, library.workspace, noun);
      const names = { written: asked(c), into };
      return json(c, told(await mergeNames(c.var.services, library, account, noun, names, since)));
    },
  }),
  apiRoute({
    method: 'DELETE',
    path: `/api/w/:workspace/${noun}s/:name`,
    policy: member('editor'),
    operation: {
      id: `delete${CALLED[noun]}`,
      summary: `Deletes a ${noun}; its clips stay.`,
      answers: { 204: null },
      ifMatch: `the ${noun}`,
    },
    handler: async (c, { person: { account }, place: { library } }) => {
      const since = sinceNameRead(c, library.workspace, noun);
      await deleteName(c.var.services, library, account, noun, asked(c), since);
      return c.body(null, 204);
    },
  }),
];

export const nameApiRoutes = [...routesOf('tag'), ...routesOf('collection')];
