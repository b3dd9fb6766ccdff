// Keeping an address that another app shares with the installed pages (Web Share Target).
import * as v from 'valibot';
import { reachedOf } from '../domain/access.ts';
import { keepLink, type Link, sharedLink } from '../domain/links.ts';
import { Refusal } from '../domain/refusal.ts';
import {
  AskToKeepPage,
  LinkKeptPage,
  type ShownLink,
  SignInToKeepPage,
} from '../pages/LinkPage.tsx';
import { page } from './answers.ts';
import { parse, readForm } from './body.ts';
import { wishedLanguage } from './language.ts';
import { anybody, member } from './policy.ts';
import { pageRoute } from './route.ts';
import { personByCookie } from './sign-in.ts';

const Part = v.optional(v.string(), '');
const SharedParts = v.object({ title: Part, text: Part, url: Part });

const shown = ({ address, title }: Link): ShownLink => ({ url: address.href, title });

const addressOf = ({ title, url }: ShownLink): string =>
  `/keep?${new URLSearchParams({ title, url })}`;

export const linkRoutes = [
  pageRoute({
    method: 'GET',
    path: '/keep',
    // Anybody: what a stranger shares waits on this page until they have signed in.
    policy: anybody,
    // A share bears no token of ours, whichever method it comes by: the browser starts the navigation itself, with the
    // Sec-Fetch-Site 'none' of a typed address, and as a POST it may have no Origin or an opaque one, which is also what
    // a page of somebody else can send. So a share keeps nothing. It asks for one press, whose POST is judged by Origin
    // and Sec-Fetch-Site as that of every form; and as a GET it stands in its address, where it waits for a sign-in.
    handler: async (c) => {
      const parts = parse(SharedParts, c.req.query());
      const link = sharedLink(parts);
      const person = await personByCookie(c);
      if (!person) {
        if (!link) throw new Refusal('sign-in');
        const said = { language: wishedLanguage(c), link: shown(link) };
        c.header('WWW-Authenticate', 'Bearer');
        return page(c, <SignInToKeepPage {...said} here={addressOf(said.link)} />, 401);
      }
      const { services } = c.var;
      const { account, lastWorkspace } = person;
      const { belongings, unreached } = await reachedOf(services, account, lastWorkspace);
      const all = belongings.map(({ workspace }) => workspace);
      const workspaces = all.filter(({ role }) => role !== 'viewer');
      const [first] = workspaces;
      // What is shared waits in this address for the library that it can be kept in.
      if (!first && unreached.some(({ role }) => role !== 'viewer')) throw new Refusal('busy');
      if (all.length === 0) return c.redirect('/workspaces', 302);
      if (!first) throw new Refusal('role-too-low');
      c.set('language', first.language);
      const isEmpty = Object.values(parts).every((part) => part.trim() === '');
      const asked = link ? shown(link) : isEmpty ? 'nothing' : null;
      const asking = <AskToKeepPage language={first.language} {...{ workspaces }} link={asked} />;
      return page(c, asking, asked === null ? 400 : 200);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/keep',
    policy: member('editor'),
    handler: async (c, { person, place: { library } }) => {
      const parts = parse(v.strictObject(SharedParts.entries), await readForm(c));
      const link = sharedLink(parts);
      if (!link) return c.redirect(`/keep?${new URLSearchParams({ text: parts.url || '?' })}`, 303);
      const { clip, isNew } = await keepLink(c.var.services, library, person, link);
      // One that is loaded again says the same and keeps nothing.
      return c.redirect(`/w/${library.workspace}/kept/${clip}${isNew ? '' : '?told=already'}`, 303);
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/kept/:id',
    policy: member('viewer'),
    handler: async (c, { place: { library } }) => {
      const { workspace, language } = library;
      const found = await c.var.services.clips.find(workspace, c.req.param('id') ?? '');
      if (!found) throw new Refusal('not-found');
      const isNew = c.req.query('told') !== 'already';
      return page(c, <LinkKeptPage {...{ language, workspace, isNew }} clip={found.clip} />);
    },
  }),
];
