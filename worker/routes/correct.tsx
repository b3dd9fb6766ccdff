// Setting a clip right by hand: the form, and what is sent by it.
import * as v from 'valibot';
import { dayIn } from '../../shared/digest/days.ts';
import type { Correction } from '../../shared/schema/correction.ts';
import { KEEP_VERSION } from '../../shared/schema/keep.ts';
import { editClip } from '../domain/edits.ts';
import { sha256, uuidV7 } from '../domain/ids.ts';
import type { Library } from '../db/libraries.ts';
import { MENDED, type Mending, mendingOf, readMending, readOffPage } from '../domain/mending.ts';
import { Refusal, wasRefused } from '../domain/refusal.ts';
import { ROUNDS } from '../domain/rounds.ts';
import { CorrectPage } from '../pages/CorrectPage.tsx';
import { page } from './answers.ts';
import { parse, readForm } from './body.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';
import type { AppContext } from './services.ts';

/** What the form may hold in bytes: all fields as they are and as they were, a letter of them up to nine bytes. */
const MAX_FORM = 1_048_576;

const Field = v.picklist(MENDED);
const Text = v.optional(v.string(), '');
const Sent = v.strictObject({
  ...v.entriesFromList(MENDED, Text),
  ...v.entriesFromList(
    MENDED.map((field) => `shown-${field}` as const),
    Text,
  ),
  do: v.optional(v.literal('save')),
  /** The field that is to be as on the page. */
  page: v.optional(Field),
  /** The field that is to be as somebody else has written it. */
  theirs: v.optional(Field),
});

const fieldsOf = (value: (field: (typeof MENDED)[number]) => string): Mending => ({
  title: value('title'),
  standfirst: value('standfirst'),
  authors: value('authors'),
  site: value('site'),
  section: value('section'),
  category: value('category'),
  published: value('published'),
});

const findClip = async (c: AppContext, workspace: string) => {
  const found = await c.var.services.clips.find(workspace, c.req.param('id') ?? '');
  if (!found?.clip.filled) throw new Refusal('not-found');
  return found;
};
type Found = Awaited<ReturnType<typeof findClip>>;

const correct = async (
  c: AppContext,
  library: Library,
  account: string,
  { clip, seq }: Found,
  correction: Correction,
): Promise<void> => {
  const { services } = c.var;
  const marked = await services.highlights.ofClip(library.workspace, account, clip.id);
  if (!marked) throw new Refusal('not-found');
  const write = { version: KEEP_VERSION, keep: marked.keep, correction } as const;
  const correcting = {
    account,
    id: uuidV7(services.now(), services.random),
    sha256: await sha256(new TextEncoder().encode(JSON.stringify(write))),
    sinceRead: async (now: { seq: number }) => {
      if (now.seq !== seq) throw new Refusal('changed-meanwhile');
      return null;
    },
  };
  await editClip(services, library, correcting, write);
};

const show = (
  c: AppContext,
  { workspace, zone, language }: Library,
  { clip }: Found,
  form: { written: Mending; problems?: readonly string[]; conflicts?: readonly string[] },
  status: 200 | 412 | 422 = 200,
): Response =>
  page(
    c,
    <CorrectPage
      problems={[]}
      conflicts={[]}
      {...form}
      clip={clip}
      setting={{ workspace, zone, language }}
      shown={mendingOf(clip, zone)}
      onPage={readOffPage(clip, zone)}
    />,
    status,
  );

export const correctRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/clip/:id/correct',
    policy: member('editor'),
    handler: async (c, { place: { library } }) => {
      const found = await findClip(c, library.workspace);
      return show(c, library, found, { written: mendingOf(found.clip, library.zone) });
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/clip/:id/correct',
    policy: member('editor'),
    handler: async (c, { person, place: { library } }) => {
      const { workspace, zone } = library;
      const sent = parse(Sent, await readForm(c, MAX_FORM));
      const shown = fieldsOf((field) => sent[`shown-${field}`]);
      const written = fieldsOf((field) => sent[field]);
      for (let round = 0; round < ROUNDS; round += 1) {
        const found = await findClip(c, workspace);
        const now = mendingOf(found.clip, zone);
        // What its writer has not touched is as it is now.
        const mine = fieldsOf((field) =>
          written[field] === shown[field] ? now[field] : written[field],
        );
        if (sent.theirs || sent.page) {
          const read = sent.page ? readOffPage(found.clip, zone)[sent.page] : undefined;
          const taken = {
            ...(sent.theirs && { [sent.theirs]: now[sent.theirs] }),
            ...(sent.page && read !== undefined && { [sent.page]: read }),
          };
          return show(c, library, found, { written: { ...mine, ...taken } });
        }
        const today = dayIn(c.var.services.now(), zone);
        const meant = readMending(found.clip, { written, shown }, zone, today);
        if (meant.kind === 'problems')
          return show(c, library, found, { written: mine, problems: meant.fields }, 422);
        if (meant.kind === 'conflicts')
          return show(c, library, found, { written: mine, conflicts: meant.fields }, 412);
        try {
          if (meant.kind === 'correction')
            await correct(c, library, person.account, found, meant.correction);
        } catch (error) {
          // Somebody was faster: both are looked at again.
          if (wasRefused(error, 'changed-meanwhile')) continue;
          throw error;
        }
        return c.redirect(`/w/${workspace}/clip/${found.clip.id}?told=corrected`, 303);
      }
      throw new Refusal('busy');
    },
  }),
];
