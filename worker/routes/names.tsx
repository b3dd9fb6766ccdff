// Tags and collections as pages, and what is made of them there.
import * as v from 'valibot';
import { CollectionDescription } from '../../shared/schema/collection.ts';
import { MAX_NAME } from '../../shared/schema/filing.ts';
import { filled } from '../../shared/schema/text.ts';
import { foldName } from '../../shared/text/name.ts';
import { NewName, type Noun } from '../../shared/schema/named.ts';
import type { Library } from '../db/libraries.ts';
import type { Person, Place } from '../domain/access.ts';
import {
  changeName,
  deleteName,
  findName,
  listNames,
  mergeNames,
  readName,
  seekNames,
} from '../domain/names.ts';
import { Refusal, wasRefused } from '../domain/refusal.ts';
import type { SinceRead } from '../domain/since-read.ts';
import { NamePage } from '../pages/NamePage.tsx';
import { nameAddress, namesAddress, NamesPage } from '../pages/NamesPage.tsx';
import { TellsOf } from '../pages/Told.tsx';
import { page, withEtag } from './answers.ts';
import { parse, readForm } from './body.ts';
import { partFeedAddresses } from './feeds.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';
import type { AppContext } from './services.ts';
import { wayBack } from './way-back.ts';

/** What a form of a name's page asks for. */
const Asked = v.variant('do', [
  v.strictObject({ do: v.literal('rename'), name: NewName }),
  v.strictObject({ do: v.literal('merge'), into: filled(MAX_NAME) }),
  v.strictObject({
    do: v.literal('describe'),
    description: CollectionDescription,
    /** What the form was filled in with. */
    shown: v.optional(v.string()),
  }),
  v.strictObject({ do: v.literal('delete') }),
]);

/** The clip that is moved to the beginning or the end, and where it was. */
const Moved = v.strictObject({
  up: v.optional(v.string()),
  down: v.optional(v.string()),
  here: v.optional(v.string()),
});

type Asking = { person: Person; place: Place };

/** The page of a name; with the description that was typed where somebody else has written another one meanwhile. */
const show = async (
  c: AppContext,
  noun: Noun,
  { person, place: { library, role } }: Asking,
  typed: string | null = null,
): Promise<Response> => {
  const { workspace, zone, language } = library;
  const { names } = c.var.services;
  const before = c.req.query('before') ?? null;
  const written = c.req.param('name') ?? '';
  const read = await readName({ names }, library, person.account, noun, written, before);
  const told = v.safeParse(TellsOf, c.req.query('told'));
  const shown = {
    ...read,
    noun,
    typed,
    feeds: await partFeedAddresses(c, library, { kind: noun, id: read.name.id }),
    setting: { workspace, zone, language },
    isFirst: before === null,
    here: new URL(c.req.url).pathname + new URL(c.req.url).search,
    told: told.success ? told.output : null,
    mayWrite: role !== 'viewer',
    taken: c.req.query('taken') ?? null,
  };
  return page(c, <NamePage {...shown} />, typed === null ? 200 : 412);
};

// A form sends its lines as CRLF.
const linesOf = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Of who has seen this description, where they say so, and means no other. */
const sinceShown =
  (
    c: AppContext,
    { workspace }: Library,
    noun: Noun,
    { shown, description }: { shown?: string | undefined; description: string },
  ): SinceRead =>
  async () => {
    if (shown === undefined) return null;
    const seq = await c.var.services.libraries.lastChange(workspace);
    const now = await findName(c.var.services, { workspace }, noun, c.req.param('name') ?? '');
    const meant = [shown, description].map(linesOf);
    if (!meant.includes(linesOf(now.description))) throw new Refusal('changed-meanwhile');
    return seq;
  };

const routesOf = (noun: Noun) => [
  pageRoute({
    method: 'GET',
    path: `/w/:workspace/${noun}s`,
    policy: member('viewer'),
    handler: async (c, { place: { library } }) => {
      const { workspace, zone, language } = library;
      const after = c.req.query('after') ?? '';
      const find = c.req.query('find')?.trim() ?? '';
      const listed =
        find === ''
          ? await listNames(c.var.services, library, noun, after)
          : { names: await seekNames(c.var.services, library, noun, find), next: null };
      const setting = { workspace, zone, language };
      return withEtag(
        c,
        page(c, <NamesPage {...listed} {...{ setting, noun, find }} isFirst={after === ''} />),
      );
    },
  }),
  pageRoute({
    method: 'GET',
    path: `/w/:workspace/${noun}/:name`,
    policy: member('viewer'),
    handler: async (c, asking) => withEtag(c, await show(c, noun, asking)),
  }),
  pageRoute({
    method: 'POST',
    path: `/w/:workspace/${noun}/:name`,
    policy: member('editor'),
    handler: async (c, asking) => {
      const { library } = asking.place;
      const { account } = asking.person;
      const { workspace } = library;
      const { services } = c.var;
      const written = c.req.param('name') ?? '';
      const form = await readForm(c);
      if ('up' in form || 'down' in form) {
        const { up, down, here } = parse(Moved, form);
        const folded = foldName(written);
        await services.names.move(workspace, folded, up ?? down ?? '', up ? 'beginning' : 'end');
        return c.redirect(wayBack(workspace, here, null), 303);
      }
      const asked = parse(Asked, form);
      const own = nameAddress(workspace, noun, written);
      switch (asked.do) {
        case 'rename':
          try {
            const { name } = await changeName(services, library, noun, written, asked);
            return c.redirect(nameAddress(workspace, noun, name), 303);
          } catch (error) {
            if (!(error instanceof Refusal && error.code === 'name-taken')) throw error;
            return c.redirect(`${own}?taken=${encodeURIComponent(error.detail ?? '')}`, 303);
          }
        case 'merge': {
          const { name } = await mergeNames(services, library, account, noun, {
            written,
            into: asked.into,
          });
          return c.redirect(nameAddress(workspace, noun, name), 303);
        }
        case 'describe': {
          const { description } = asked;
          try {
            const since = sinceShown(c, library, noun, asked);
            await changeName(services, library, noun, written, { description }, since);
            return c.redirect(own, 303);
          } catch (error) {
            if (!wasRefused(error, 'changed-meanwhile')) throw error;
            return show(c, noun, asking, description);
          }
        }
        case 'delete':
          await deleteName(services, library, account, noun, written);
          return c.redirect(namesAddress(workspace, noun), 303);
      }
    },
  }),
];

export const nameRoutes = [...routesOf('tag'), ...routesOf('collection')];
