// What guests of a collection see of a workspace: for everybody else these addresses are missing.
import * as v from 'valibot';
import type { GuestAsks, Guests } from '../db/guests.ts';
import type { Question } from '../db/question.ts';
import type { Person } from '../domain/access.ts';
import { readAsGuest, readClipAsGuest, removeGuest } from '../domain/guests.ts';
import { Joined } from '../pages/Guests.tsx';
import { guestAddress } from '../pages/guests.ts';
import { Layout } from '../pages/Layout.tsx';
import { ClipText } from '../pages/SharedClip.tsx';
import { CollectionClips } from '../pages/SharedCollection.tsx';
import { page } from './answers.ts';
import { parse, readForm, readNothing } from './body.ts';
import { askWhereItLies, isNowhere } from './directory.ts';
import { member, signedIn } from './policy.ts';
import { pageRoute } from './route.ts';
import type { AppContext } from './services.ts';

const GuestForm = v.strictObject({
  account: v.pipe(v.string(), v.maxLength(100)),
  collection: v.pipe(v.string(), v.maxLength(100)),
});

const asksOf = (c: AppContext, { account }: Person): GuestAsks => ({
  account,
  workspace: c.req.param('workspace') ?? '',
  collection: c.req.param('collection') ?? '',
});

const askingGuest =
  (c: AppContext, { workspace }: GuestAsks) =>
  <T,>(make: (guests: Guests) => Question<T | null>): Promise<T | null> =>
    askWhereItLies(c, workspace, () => make(c.var.services.guests), isNowhere);

export const guestRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/guest/:collection',
    // Who is no guest finds nothing: membership is another thing, and has pages of its own.
    policy: signedIn,
    handler: async (c, { person }) => {
      const asks = asksOf(c, person);
      const before = c.req.query('before') ?? null;
      const found = await readAsGuest(askingGuest(c, asks), asks, before);
      const { zone, language, collection, clips, count, next } = found;
      const here = guestAddress(asks);
      return page(
        c,
        <Layout language={language} title={collection.name}>
          <CollectionClips
            name={collection.name}
            description={collection.description ?? ''}
            count={count}
            clips={clips.map(({ card, filled }) => ({
              card,
              text: filled === 1 ? `${here}/clip/${card.id}` : null,
            }))}
            first={before === null ? null : here}
            next={next && `${here}?before=${next}`}
            feeds={null}
            setting={{ zone, language }}
          >
            {c.req.query('told') === 'joined' && <Joined language={language} />}
          </CollectionClips>
        </Layout>,
      );
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/guest/:collection/clip/:id',
    policy: signedIn,
    handler: async (c, { person }) => {
      const asks = asksOf(c, person);
      const found = await readClipAsGuest(askingGuest(c, asks), asks, c.req.param('id') ?? '');
      const { zone, language, collection } = found.place;
      const back = { address: guestAddress(asks), name: collection.name };
      return page(
        c,
        <Layout language={language} title={found.clip.card.title}>
          <ClipText
            card={found.clip.card}
            blocks={found.clip.blocks ?? []}
            back={back}
            setting={{ zone, language }}
          />
        </Layout>,
      );
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/guest/:collection/leave',
    policy: signedIn,
    handler: async (c, { person }) => {
      await readNothing(c);
      await removeGuest(c.var.services, asksOf(c, person));
      return c.redirect('/workspaces?told=left', 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/guests/remove',
    policy: member('owner'),
    handler: async (c, { place: { library } }) => {
      const { workspace } = library;
      const { account, collection } = parse(GuestForm, await readForm(c));
      await removeGuest(c.var.services, { account, workspace, collection });
      return c.redirect(`/w/${workspace}/members?told=guest-removed`, 303);
    },
  }),
];
