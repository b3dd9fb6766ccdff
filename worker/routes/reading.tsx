// The page on which a clip is read, and what is said there of its story.
import * as v from 'valibot';
import { publishedDay } from '../../shared/digest/days.ts';
import { UNREAD } from '../../shared/schema/reading.ts';
import { StoryWrite } from '../../shared/schema/story.ts';
import { UuidV7 } from '../../shared/schema/text.ts';
import { siteOf } from '../../shared/digest/site.ts';
import { belongingOf } from '../domain/belonging.ts';
import { peopleOf } from '../domain/people.ts';
import { Refusal } from '../domain/refusal.ts';
import { sayStory } from '../domain/stories.ts';
import { ClipPage } from '../pages/ClipPage.tsx';
import { RemovedPage } from '../pages/Removed.tsx';
import { plainDay } from '../pages/dates.ts';
import { clipMarkdown } from '../pages/markdown.ts';
import { OWN_HEADERS, page, withEtag } from './answers.ts';
import { parse, readForm } from './body.ts';
import { member } from './policy.ts';
import { readerSetting } from './reader.ts';
import { pageRoute } from './route.ts';

/** With what a clip belongs together, '' for nothing, and the clip on whose page it was said. */
const StoryForm = v.strictObject({ with: v.optional(v.string(), ''), page: UuidV7 });

/** Null where there is no such thing. */
const orNull = <T,>(found: Promise<T>): Promise<T | null> =>
  found.catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not-found') return null;
    throw error;
  });

export const readingRoutes = [
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/clip/:id/story',
    policy: member('editor'),
    handler: async (c, { place: { library } }) => {
      const { workspace } = library;
      const { with: other, page: shown } = parse(StoryForm, await readForm(c));
      const said = parse(StoryWrite, { with: other || null });
      await sayStory(c.var.services, workspace, c.req.param('id') ?? '', said);
      return c.redirect(`/w/${workspace}/clip/${shown}`, 303);
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/clip/:id/markdown',
    policy: member('viewer'),
    handler: async (c, { place: { library } }) => {
      const { workspace, zone, language } = library;
      const found = await c.var.services.clips.find(workspace, c.req.param('id') ?? '');
      if (!found) throw new Refusal('not-found');
      const { clip } = found;
      const day = clip.published && publishedDay(clip.published, zone);
      const text = clipMarkdown(clip, siteOf(clip), day && plainDay(day, language));
      return withEtag(
        c,
        c.body(text, 200, { 'Content-Type': 'text/markdown; charset=utf-8', ...OWN_HEADERS }),
      );
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/clip/:id',
    policy: member('viewer'),
    handler: async (c, { person, place: { role, library } }) => {
      const { workspace, zone, language } = library;
      const {
        clips,
        copies,
        highlights,
        history: histories,
        readings,
        trash,
        now,
      } = c.var.services;
      const id = c.req.param('id') ?? '';
      const [found, marked, belonging, reading, history, people, canCopy] = await Promise.all([
        clips.find(workspace, id),
        highlights.ofClip(workspace, person.account, id),
        orNull(belongingOf(c.var.services, library, id)),
        readings.find(workspace, person.account, id),
        histories.ofClip(workspace, id),
        peopleOf(c.var.services, workspace),
        copies.hasTarget(person.account, workspace),
      ]);
      if (!found || !marked || !belonging || !history) {
        const removed =
          role === 'viewer' ? null : await trash.find(workspace, id, now().toISOString());
        if (!removed) throw new Refusal('not-found');
        return page(c, <RemovedPage item={removed} setting={{ workspace, zone, language }} />, 410);
      }
      const shown = {
        clip: found.clip,
        belonging,
        history,
        account: person.account,
        isCorrected: c.req.query('told') === 'corrected',
        reading: reading ?? UNREAD,
        mayWrite: role !== 'viewer',
        setting: { workspace, zone, language },
        reader: readerSetting(c),
        people,
        canCopy,
        highlights: marked.highlights,
        team: marked.team,
        keep: marked.keep,
      };
      return withEtag(c, page(c, <ClipPage {...shown} />));
    },
  }),
];
