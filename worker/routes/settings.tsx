import * as v from 'valibot';
import { ZoneWrite } from '../../shared/schema/zone.ts';
import { summarise } from '../domain/access.ts';
import { changeZone, movedOf, moveStep } from '../domain/moving.ts';
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
      const layer = await c.var.services.lookBack.layer(workspace.id, person.account);
      const feeds = await feedAddresses(c, place.library);
      const moving = movedOf(place.library);
      const shown = { workspace, feeds, moving };
      return page(c, <SettingsPage {...shown} looksBack={layer.isOn} />);
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
