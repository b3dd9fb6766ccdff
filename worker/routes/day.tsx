// The page of a day.
import * as v from 'valibot';
import { dayIn } from '../../shared/digest/days.ts';
import { DigestPage } from '../../shared/schema/digest.ts';
import { PlainDate } from '../../shared/schema/text.ts';
import type { Question } from '../db/question.ts';
import type { DayCount } from '../db/digests.ts';
import type { Library } from '../db/libraries.ts';
import type { Layer, OwnClip } from '../db/personal.ts';
import type { Role } from '../db/workspaces.ts';
import { askKeptDay } from '../domain/days.ts';
import type { Where } from '../domain/composed-day.ts';
import { askDigest, type DigestOf, LIKELY_ZONE } from '../domain/digests.ts';
import { lookBackFrom } from '../domain/look-back.ts';
import { movedOf } from '../domain/moving.ts';
import { peopleOf } from '../domain/people.ts';
import { seenBy } from '../domain/visits.ts';
import { DayPage } from '../pages/DayPage.tsx';
import { ProblemPage } from '../pages/MessagePage.tsx';
import { newsOf } from './activity.tsx';
import { isAnswered, page, pageFollowing } from './answers.ts';
import { memberAsking } from './policy.ts';
import { readerSetting } from './reader.ts';
import { pageRoute } from './route.ts';
import type { AppContext } from './services.ts';
import { axisFor, daysFor, feedsFor } from './whose-days.ts';

// What is no page of a day is its first.
const pageNumber = (c: AppContext): number =>
  v.is(DigestPage, c.req.query('page')) ? Number(c.req.query('page')) : 1;

/** A day as its page shows it to one person. */
interface AskedDay {
  digestOf: DigestOf;
  clips: OwnClip[];
  counts: DayCount[];
}

/** Asks for all that is stored of a day. */
const askDay = (c: AppContext, where: Where, account: string, day: string): Question<AskedDay> => {
  const { services } = c.var;
  const { workspace } = where;
  const of = daysFor(c, where);
  const month = day.slice(0, 7);
  return (of === 'kept' ? askKeptDay : askDigest)(services, where, day, pageNumber(c))
    .and(services.personal.ofDay(workspace, account, of, day))
    .and(services.days.counts(workspace, of, `${month}-01`, `${month}-31`))
    .map(([[digestOf, clips], counts]) => ({ digestOf, clips, counts }));
};

interface AskedFirst {
  layer: Layer;
  /** Null where somebody has the page, and only has to know whether it still holds. */
  asked: AskedDay | null;
}

/** What a day's page asks for together with the sign-in. */
const askFirst = (
  c: AppContext,
  workspace: string,
  account: string | null,
): Question<AskedFirst> | null => {
  const day = c.req.param('day');
  if (account === null || !v.is(PlainDate, day)) return null;
  const layer = c.var.services.personal.layer(workspace, account);
  if (isAnswered(c, account)) return layer.map((own) => ({ layer: own, asked: null }));
  return layer
    .and(askDay(c, { workspace, zone: LIKELY_ZONE }, account, day))
    .map(([own, asked]) => ({ layer: own, asked }));
};

/** Who reads a day, and what was asked of it beside their sign-in. */
interface Reader {
  account: string;
  role: Role;
  library: Library;
  beside: AskedFirst | null;
}

/** Answers with the page of a day, of the library or of the collection that `where` names. */
export const answerDay = async (
  c: AppContext,
  { account, role, library, beside }: Reader,
  where: Where,
): Promise<Response> => {
  const { ask, personal, trash, now } = c.var.services;
  const { workspace, zone, language } = library;
  const day = c.req.param('day');
  if (!v.is(PlainDate, day))
    return page(c, <ProblemPage language={language} code="no-such-day" />, 404);
  const today = dayIn(now(), zone);
  const { images } = readerSetting(c);
  const deleted = role === 'viewer' ? undefined : c.req.query('deleted');
  const removed =
    deleted === undefined ? null : await trash.find(workspace, deleted, now().toISOString());
  const { layer, asked } = beside ?? {
    layer: await ask(personal.layer(workspace, account)),
    asked: null,
  };
  const { isOn, order, reader } = layer;
  const { newAfter, isBehind } = seenBy(layer, library.seq, now());
  // What is one person's own is nobody else's, however alike what it follows from.
  const follows = { account, isOn, order, reader, newAfter, isBehind };
  return pageFollowing(c, { role, library, today, images, removed, follows }, async () => {
    const compose = async () => {
      const { digestOf, ...stored } = asked ?? (await ask(askDay(c, where, account, day)));
      const isOthers = stored.clips.some(({ keepers }) => keepers.some((each) => each !== account));
      const [digest, people] = await Promise.all([
        digestOf(where, order),
        isOthers ? peopleOf(c.var.services, workspace) : new Map<string, string>(),
      ]);
      return { ...stored, digest, people };
    };
    // In the round trip in which it is looked back, and so on the present day alone.
    const isTodays = day === today && !where.collection;
    const [{ digest, clips, counts, people }, feeds, lookBack, news] = await Promise.all([
      compose(),
      feedsFor(c, library, where),
      isTodays ? lookBackFrom(c.var.services, library, account, today) : null,
      isTodays ? newsOf(c, workspace, account) : 0,
    ]);
    const own = {
      clips: new Map(clips.map((clip) => [clip.id, clip])),
      account,
      people,
      fresh: new Set(
        clips.filter(({ came }) => newAfter !== null && came > newAfter).map(({ id }) => id),
      ),
      seq: library.seq,
      isBehind,
      isOrdered: order.length > 0,
    };
    const axis = axisFor(c, where);
    const moving = movedOf(library);
    const mayShare = role !== 'viewer';
    const shown = {
      language,
      axis,
      today,
      moving,
      feeds,
      images,
      removed,
      lookBack,
      news,
      own,
      mayShare,
    };
    return (
      <DayPage
        {...shown}
        digest={digest}
        counts={new Map(counts.map(({ day: counted, clips: count }) => [counted, count]))}
      />
    );
  });
};

export const dayRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/day/:day',
    policy: memberAsking('viewer', askFirst),
    handler: (c, { person: { account }, place: { role, library }, beside }) =>
      answerDay(c, { account, role, library, beside }, library),
  }),
];
