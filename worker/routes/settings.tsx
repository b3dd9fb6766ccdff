// The settings of a workspace, and the forms on their page.
import * as v from 'valibot';
import { WorkspaceWrite } from '../../shared/schema/team.ts';
import { ZoneWrite } from '../../shared/schema/zone.ts';
import { summarise } from '../domain/access.ts';
import { changeZone, movedOf, moveStep } from '../domain/moving.ts';
import { Refusal, wasRefused } from '../domain/refusal.ts';
import { SETTINGS_TOLD, SettingsPage, type Typed } from '../pages/SettingsPage.tsx';
import { page } from './answers.ts';
import { parse, readForm, readNothing } from './body.ts';
import { feedAddresses } from './feeds.ts';
import { type MemberAsking, member } from './policy.ts';
import { pageRoute } from './route.ts';
import type { AppContext } from './services.ts';

/** What a form was filled in with: it changes nothing else, where it says so. A form sends its lines as CRLF. */
const SHOWN = {
  shown: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.replaceAll('\r\n', '\n')),
    ),
  ),
};
const NameForm = v.strictObject({ ...WorkspaceWrite.entries, ...SHOWN });
const ZoneForm = v.strictObject({ ...ZoneWrite.entries, ...SHOWN });
const LookBackForm = v.strictObject({ show: v.picklist(['yes', 'no']) });

/** What the page says of the act that led to it; it stands in its address. */
const Told = v.fallback(v.nullable(v.picklist(SETTINGS_TOLD)), null);

const show = async (
  c: AppContext,
  { person, place }: MemberAsking,
  typed: Typed | null = null,
): Promise<Response> => {
  const workspace = summarise(place);
  const layer = await c.var.services.lookBack.layer(workspace.id, person.account);
  const shown = {
    workspace,
    feeds: await feedAddresses(c, place.library),
    looksBack: layer.isOn,
    moving: movedOf(place.library),
    told: typed === null ? parse(Told, c.req.query('told')) : null,
    typed: typed ?? {},
  };
  return page(c, <SettingsPage {...shown} />, typed === null ? 200 : 412);
};

/** The page again with what was typed, and what somebody else has stored meanwhile. */
const showBoth = async (
  c: AppContext,
  { person, place }: MemberAsking,
  typed: Typed,
): Promise<Response> => {
  const { ask, libraries, workspaces } = c.var.services;
  const { workspace } = place.library;
  const [library, all] = await Promise.all([
    ask(libraries.one(workspace)),
    workspaces.ofAccount(person.account),
  ]);
  const own = all.find(({ id }) => id === workspace);
  if (!library || !own) throw new Refusal('not-found');
  return show(c, { person, place: { name: own.name, role: own.role, library } }, typed);
};

const backTo = (c: AppContext, workspace: string, told: (typeof SETTINGS_TOLD)[number]): Response =>
  c.redirect(`/w/${workspace}/settings?told=${told}`, 303);

export const settingsRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/settings',
    policy: member('viewer'),
    handler: (c, asking) => show(c, asking),
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/settings/name',
    policy: member('owner'),
    handler: async (c, asking) => {
      const { name, shown } = parse(NameForm, await readForm(c));
      const { library, name: now } = asking.place;
      // What is so already is no matter.
      const isDone =
        name === now ||
        (await c.var.services.workspaces.rename(library.workspace, name, shown ?? null));
      return isDone ? backTo(c, library.workspace, 'named') : showBoth(c, asking, { name });
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/settings/look-back',
    policy: member('viewer'),
    handler: async (c, { person, place: { library } }) => {
      const { show: wanted } = parse(LookBackForm, await readForm(c));
      await c.var.services.lookBack.setOn(library.workspace, person.account, wanted === 'yes');
      return backTo(c, library.workspace, 'look-back');
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/settings/zone',
    policy: member('owner'),
    handler: async (c, asking) => {
      const { zone, shown } = parse(ZoneForm, await readForm(c));
      const { library } = asking.place;
      try {
        const isMeant = shown === undefined || shown === library.zone || zone === library.zone;
        if (!isMeant) throw new Refusal('changed-meanwhile');
        await changeZone(c.var.services, library, zone, shown !== undefined);
        return backTo(c, library.workspace, 'zone');
      } catch (error) {
        if (!wasRefused(error, 'changed-meanwhile')) throw error;
        return showBoth(c, asking, { zone });
      }
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/settings/zone/go-on',
    policy: member('owner'),
    handler: async (
      c,
      {
        place: {
          library: { workspace },
        },
      },
    ) => {
      await readNothing(c);
      await moveStep(c.var.services, workspace);
      return c.redirect(`/w/${workspace}/settings#zone`, 303);
    },
  }),
];
