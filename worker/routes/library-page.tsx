// The library as pages, and what is done there with the clips of a list.
import * as v from 'valibot';
import { NOWHERE } from '../../shared/schema/filing.ts';
import { MAX_MANY, ManyWrite } from '../../shared/schema/many.ts';
import { Shelf } from '../../shared/schema/reading.ts';
import { howFull } from '../domain/fullness.ts';
import { readShelf } from '../domain/library.ts';
import { actOnMany } from '../domain/many.ts';
import { Refusal } from '../domain/refusal.ts';
import { filterShelf } from '../domain/search.ts';
import { HowFullPage } from '../pages/HowFullPage.tsx';
import { LibraryPage } from '../pages/LibraryPage.tsx';
import { TellsOf } from '../pages/Told.tsx';
import { besideOf, ViewAsked } from '../pages/Views.tsx';
import { newsOf } from './activity.tsx';
import { page, withEtag } from './answers.ts';
import { MAX_CHOSEN_BODY, parse, readFields } from './body.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';
import { askedOf } from './search.ts';
import { wayBack } from './way-back.ts';

/** What a button of the list says: an act, and the clip where it is about one alone. */
const Pressed = v.picklist(['done', 'to-read', 'star', 'unstar', 'tag', 'untag', 'collect']);
type Pressed = v.InferOutput<typeof Pressed>;

const writeOf = (pressed: Pressed, clips: readonly string[], name: string): unknown => {
  const filing = (change: object) => ({
    act: 'file',
    clips,
    change: { add: NOWHERE, remove: NOWHERE, ...change },
  });
  switch (pressed) {
    case 'done':
    case 'to-read':
      return { act: 'read', clips, reading: { state: pressed } };
    case 'star':
    case 'unstar':
      return { act: 'read', clips, reading: { starred: pressed === 'star' } };
    case 'tag':
      return filing({ add: { ...NOWHERE, tags: [name] } });
    case 'untag':
      return filing({ remove: { ...NOWHERE, tags: [name] } });
    case 'collect':
      return filing({ add: { ...NOWHERE, collections: [name] } });
  }
};

/** The fields of the form of a list. `clip` comes as often as one is chosen. */
const ShelfForm = v.strictObject(
  v.entriesFromList(['one', 'do', 'clip', 'name', 'here'], v.optional(v.string())),
);

export const libraryPageRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/library',
    policy: member('viewer'),
    handler: async (c, { person, place: { library, role } }) => {
      const { workspace, zone, language } = library;
      const before = c.req.query('before') ?? null;
      const shelf = parse(Shelf, c.req.query('shelf') ?? 'to-read');
      const told = v.safeParse(TellsOf, c.req.query('told'));
      const view = v.parse(ViewAsked, c.req.query('view'));
      const asked = askedOf(c);
      // Its filters are open where it is asked for one, be it none.
      const isFiltered = c.req.query('q') !== undefined || asked.sort !== null;
      const { account } = person;
      const [found, plain, canCopy, news] = await Promise.all([
        isFiltered ? filterShelf(c.var.services, library, account, shelf, asked) : null,
        isFiltered ? null : readShelf(c.var.services, library, account, shelf, before),
        c.var.services.copies.hasTarget(account, workspace),
        newsOf(c, workspace, account),
      ]);
      const { clips, next } = found ?? plain ?? { clips: [], next: null };
      const content = (
        <LibraryPage
          {...{ clips, next, view }}
          filtered={
            found && {
              ...found,
              searched: {
                path: c.req.path,
                beside: { shelf, ...besideOf(view) },
                language,
                query: found.query,
                sort: asked.sort,
              },
            }
          }
          setting={{ workspace, zone, language }}
          shelf={shelf}
          isFirst={before === null}
          here={c.req.path + new URL(c.req.url).search}
          told={told.success ? told.output : null}
          isNew={library.seq === 0}
          mayWrite={role !== 'viewer'}
          canCopy={canCopy}
          news={news}
        />
      );
      return withEtag(c, page(c, content));
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/library/full',
    policy: member('viewer'),
    handler: async (c, { place: { library } }) => {
      const { workspace, zone, language } = library;
      const full = await howFull(c.var.services, library);
      const setting = { workspace, zone, language };
      return withEtag(c, page(c, <HowFullPage {...{ setting, full }} />));
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/library',
    policy: member('viewer'),
    handler: async (c, { person, place: { library, role } }) => {
      const fields = await readFields(c, MAX_CHOSEN_BODY);
      parse(ShelfForm, Object.fromEntries(fields));
      const back = (told: string | null) =>
        c.redirect(wayBack(library.workspace, fields.get('here'), told), 303);
      const [act, clip] = fields.get('one')?.split(' ') ?? [fields.get('do') ?? ''];
      const clips = clip === undefined ? fields.getAll('clip') : [clip];
      const name = fields.get('name')?.trim() ?? '';
      const pressed = parse(Pressed, act);
      if (clips.length === 0) return back('nothing-chosen');
      const files = pressed === 'tag' || pressed === 'untag' || pressed === 'collect';
      if (files && role === 'viewer') throw new Refusal('role-too-low');
      if (files && name === '') return back('no-name');
      if (clips.length > MAX_MANY) return back('too-many');
      const write = parse(ManyWrite, writeOf(pressed, clips, name));
      const done = await actOnMany(c.var.services, library, person.account, write);
      return back(clip === undefined ? String(done.clips) : null);
    },
  }),
];
