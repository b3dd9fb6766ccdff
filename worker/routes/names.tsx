// Tags and collections as pages, and what is made of them there.
import * as v from 'valibot';
import { CollectionDescription } from '../../shared/schema/collection.ts';
import { MAX_NAME } from '../../shared/schema/filing.ts';
import { filled } from '../../shared/schema/text.ts';
import { foldName } from '../../shared/text/name.ts';
import type { Noun } from '../../shared/schema/named.ts';
import { listNames, readName, renameName, seekNames } from '../domain/names.ts';
import { Refusal } from '../domain/refusal.ts';
import { NamePage } from '../pages/NamePage.tsx';
import { nameAddress, namesAddress, NamesPage } from '../pages/NamesPage.tsx';
import { TellsOf } from '../pages/Told.tsx';
import { page, withEtag } from './answers.ts';
import { parse, readForm } from './body.ts';
import { partFeedAddresses } from './feeds.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';
import { wayBack } from './way-back.ts';

/** What a form of a name's page asks for. */
const Asked = v.variant('do', [
  v.strictObject({ do: v.literal('rename'), name: v.pipe(v.string(), v.trim(), filled(MAX_NAME)) }),
  v.strictObject({ do: v.literal('merge'), into: filled(MAX_NAME) }),
  v.strictObject({ do: v.literal('describe'), description: CollectionDescription }),
  v.strictObject({ do: v.literal('delete') }),
]);

/** The clip that is moved to the beginning or the end, and where it was. */
const Moved = v.strictObject({
  up: v.optional(v.string()),
  down: v.optional(v.string()),
  here: v.optional(v.string()),
});

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
    handler: async (c, { person, place: { library, role } }) => {
      const { workspace, zone, language } = library;
      const { names } = c.var.services;
      const before = c.req.query('before') ?? null;
      const written = c.req.param('name') ?? '';
      const read = await readName({ names }, library, person.account, noun, written, before);
      const told = v.safeParse(TellsOf, c.req.query('told'));
      const shown = {
        ...read,
        noun,
        feeds: await partFeedAddresses(c, library, { kind: noun, id: read.name.id }),
        setting: { workspace, zone, language },
        isFirst: before === null,
        here: new URL(c.req.url).pathname + new URL(c.req.url).search,
        told: told.success ? told.output : null,
        mayWrite: role !== 'viewer',
        taken: c.req.query('taken') ?? null,
      };
      return withEtag(c, page(c, <NamePage {...shown} />));
    },
  }),
  pageRoute({
    method: 'POST',
    path: `/w/:workspace/${noun}/:name`,
    policy: member('editor'),
    handler: async (c, { place: { library } }) => {
      const { workspace } = library;
      const { services } = c.var;
      const written = c.req.param('name') ?? '';
      const folded = foldName(written);
      const form = await readForm(c);
      if ('up' in form || 'down' in form) {
        const { up, down, here } = parse(Moved, form);
        await services.names.move(workspace, folded, up ?? down ?? '', up ? 'beginning' : 'end');
        return c.redirect(wayBack(workspace, here, null), 303);
      }
      const asked = parse(Asked, form);
      const own = nameAddress(workspace, noun, written);
      switch (asked.do) {
        case 'rename': {
          const { name, taken } = await renameName(services, library, noun, written, asked.name);
          const query = taken ? `?taken=${encodeURIComponent(taken.name)}` : '';
          return c.redirect(nameAddress(workspace, noun, name) + query, 303);
        }
        case 'merge': {
          const into = foldName(asked.into);
          const at = services.now().toISOString();
          if (!(await services.names.merge(workspace, noun, folded, into, at)))
            throw new Refusal('not-found');
          return c.redirect(nameAddress(workspace, noun, asked.into), 303);
        }
        case 'describe':
          await services.names.describe(workspace, folded, asked.description);
          return c.redirect(own, 303);
        case 'delete':
          await services.names.delete(workspace, noun, folded);
          return c.redirect(namesAddress(workspace, noun), 303);
      }
    },
  }),
];

export const nameRoutes = [...routesOf('tag'), ...routesOf('collection')];
