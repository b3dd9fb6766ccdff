import * as v from 'valibot';
import { dayIn } from '../../shared/digest/days.ts';
import { ZoneWrite } from '../../shared/schema/zone.ts';
import { summarise } from '../domain/access.ts';
import { changeZone, movedOf, moveStep } from '../domain/moving.ts';
import { Refusal } from '../domain/refusal.ts';
import { SettingsPage } from '../pages/SettingsPage.tsx';
import { page } from './answers.ts';
import { parse, readForm, readNothing } from './body.ts';
import { feedAddresses } from './feeds.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';

const LookBackForm = v.strictObject({ show: v.picklist(['yes', 'no']) });

export const settingsRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/settings',
    policy: member('viewer'),
    handler: async (c, { person, place }) => {
      const workspace = summarise(place);
      const { lookBack, tokens } = c.var.services;
      const [paired, layer] = await Promise.all([
        tokens.ofAccount(person.account),
        lookBack.layer(workspace.id, person.account),
      ]);
      const extensions = paired.map(({ id, name, created_at, last_used_day: lastUsed }) => ({
        id,
        name,
        paired: dayIn(new Date(created_at), workspace.zone),
        lastUsed,
      }));
      const feeds = await feedAddresses(c, place.library);
      const moving = movedOf(place.library);
      const shown = { workspace, extensions, feeds, moving };
      return page(c, <SettingsPage {...shown} looksBack={layer.isOn} />);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/settings/tokens/:id/revoke',
    policy: member('viewer'),
    handler: async (c, { person, place }) => {
      await readNothing(c);
      const { tokens, now } = c.var.services;
      const id = c.req.param('id') ?? '';
      if (!(await tokens.revoke(person.account, id, now().toISOString())))
        throw new Refusal('not-found');
      return c.redirect(`/w/${place.library.workspace}/settings`, 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/settings/look-back',
    policy: member('viewer'),
    handler: async (c, { person, place: { library } }) => {
      const { show } = parse(LookBackForm, await readForm(c));
      await c.var.services.lookBack.setOn(library.workspace, person.account, show === 'yes');
      return c.redirect(`/w/${library.workspace}/settings#look-back`, 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/settings/zone',
    policy: member('owner'),
    handler: async (c, { place: { library } }) => {
      const { zone } = parse(ZoneWrite, await readForm(c));
      await changeZone(c.var.services, library, zone);
      return c.redirect(`/w/${library.workspace}/settings#zone`, 303);
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
