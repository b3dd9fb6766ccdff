// The trash as a page, and what its forms do.
import * as v from 'valibot';
import { UuidV7 } from '../../shared/schema/text.ts';
import { bringBack, deleteClip, deleteForGood, emptyTrash, readTrash } from '../domain/trash.ts';
import { wasRefused } from '../domain/refusal.ts';
import { TrashPage, type TrashTold } from '../pages/TrashPage.tsx';
import { page, withEtag } from './answers.ts';
import { parse, readForm, readNothing } from './body.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';
import type { AppContext } from './services.ts';

const Count = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));
const Until = v.strictObject({ until: v.string() });

const toldOf = async (c: AppContext, workspace: string): Promise<TrashTold | null> => {
  const { trash, now } = c.var.services;
  const removed = await trash.find(workspace, c.req.query('deleted') ?? '', now().toISOString());
  if (removed) return { removed };
  const back = v.safeParse(UuidV7, c.req.query('back'));
  if (back.success) return { isBack: back.output };
  const emptied = v.safeParse(Count, c.req.query('emptied'));
  return emptied.success ? { emptied: emptied.output } : null;
};

const idOf = (c: AppContext): string => c.req.param('id') ?? '';

export const trashPageRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/trash',
    policy: member('editor'),
    handler: async (c, { place: { library } }) => {
      const { workspace, zone, language } = library;
      const before = c.req.query('before') ?? null;
      const [listed, told] = await Promise.all([
        readTrash(c.var.services, library, before),
        toldOf(c, workspace),
      ]);
      const content = (
        <TrashPage
          setting={{ workspace, zone, language }}
          listed={listed}
          isFirst={before === null}
          told={told}
        />
      );
      return withEtag(c, page(c, content));
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/clip/:id/delete',
    policy: member('editor'),
    handler: async (c, { person, place: { library } }) => {
      await readNothing(c);
      const { trash, now } = c.var.services;
      const { workspace } = library;
      const id = idOf(c);
      await deleteClip(c.var.services, library, person.account, id);
      const item = await trash.find(workspace, id, now().toISOString());
      // To the day that it stood on; one of which only the address was known stood on none.
      const where = item?.day ? `day/${item.day}` : 'trash';
      return c.redirect(`/w/${workspace}/${where}?deleted=${encodeURIComponent(id)}`, 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/trash/:id/undo',
    policy: member('editor'),
    handler: async (c, { person: { account }, place: { library } }) => {
      await readNothing(c);
      await bringBack(c.var.services, library, account, idOf(c));
      return c.redirect(`/w/${library.workspace}/clip/${encodeURIComponent(idOf(c))}`, 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/trash/:id/restore',
    policy: member('editor'),
    handler: async (c, { person: { account }, place: { library } }) => {
      await readNothing(c);
      const here = `/w/${library.workspace}/trash`;
      try {
        await bringBack(c.var.services, library, account, idOf(c));
      } catch (error) {
        // The page says so where it lists the clip.
        if (wasRefused(error, 'kept-anew')) return c.redirect(here, 303);
        throw error;
      }
      return c.redirect(`${here}?back=${encodeURIComponent(idOf(c))}`, 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/trash/:id/delete',
    policy: member('editor'),
    handler: async (c, { place: { library } }) => {
      await readNothing(c);
      await deleteForGood(c.var.services, library, idOf(c));
      return c.redirect(`/w/${library.workspace}/trash?emptied=1`, 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/trash/empty',
    policy: member('editor'),
    handler: async (c, { place: { library } }) => {
      const { until } = parse(Until, await readForm(c));
      const deleted = await emptyTrash(c.var.services, library, until);
      return c.redirect(`/w/${library.workspace}/trash?emptied=${deleted}`, 303);
    },
  }),
];
