// The pages of people in a library: who belongs to it, who is let in, who goes, and what is carried to another library.
import type { Page } from '@playwright/test';
import type { Made, WebState } from './web-state.ts';

const at =
  (path: string) =>
  ({ workspace }: Made): string =>
    `/w/${workspace}/${path}`;

/** Chooses every clip that is listed, and asks where they are to go. */
const chooseAll = async (page: Page): Promise<void> => {
  for (const box of await page.locator('main input[name="clip"]').all()) await box.check();
  await page.locator('main button[formaction$="/copies"]').click();
};

/** Begins to copy what was asked for into the first library that there is. */
const copy = async (page: Page): Promise<void> => {
  await page.locator('main button[name="to"]').first().click();
};

const ofOne = ({ workspace, clips }: Made): string => `/w/${workspace}/clip/${clips['one']}`;

/** Members, invites, guests, copies, and what goes when somebody goes. */
export const TEAM_STATES: readonly WebState[] = [
  { name: 'activity', of: 'full', path: at('activity') },
  { name: 'activity-team', of: 'team', path: at('activity') },
  { name: 'activity-none', of: 'empty', path: at('activity') },
  { name: 'members', of: 'full', path: at('members') },
  { name: 'members-told', of: 'full', path: at('members?told=removed') },
  { name: 'members-alone', of: 'one', path: at('members') },
  {
    name: 'member',
    of: 'full',
    path: ({ workspace, colleague }) => `/w/${workspace}/members/${colleague}`,
  },
  { name: 'workspace-delete', of: 'full', path: at('delete') },
  { name: 'account-delete', of: 'moving', path: () => '/account/delete' },
  { name: 'account-delete-before', of: 'full', path: () => '/account/delete' },
  { name: 'invite', of: 'full', path: ({ invite }) => invite, signedOut: true },
  { name: 'invite-signed-in', of: 'full', path: ({ invite }) => invite },
  { name: 'invite-dead', of: 'one', path: () => `/invite/${'x'.repeat(43)}`, signedOut: true },
  { name: 'invite-made', of: 'one', path: at('members'), sends: '/invites' },
  { name: 'guest', of: 'full', path: ({ guest }) => guest },
  { name: 'guest-clip', of: 'full', path: ({ guest, clips }) => `${guest}/clip/${clips['usual']}` },
  { name: 'guest-invite', of: 'full', path: ({ guestInvite }) => guestInvite, signedOut: true },
  { name: 'visits', of: 'full', path: () => '/workspaces' },
  { name: 'copy', of: 'moving', path: ofOne, sends: '/copies' },
  { name: 'copied', of: 'moving', path: ofOne, sends: '/copies', does: copy },
  { name: 'copy-many', of: 'team', path: at('library?view=list&shelf=all'), does: chooseAll },
  {
    name: 'copying',
    of: 'team',
    path: at('library?view=list&shelf=all'),
    does: async (page) => {
      await chooseAll(page);
      await copy(page);
    },
    unanswered: '/copies',
  },
];
