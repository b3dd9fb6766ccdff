// The pages of a week and a month.
import * as v from 'valibot';
import { dayIn } from '../../shared/digest/days.ts';
import { weekDays } from '../../shared/digest/weeks.ts';
import { daysTexts } from '../../shared/locales/days.ts';
import { PlainDate } from '../../shared/schema/text.ts';
import type { Place } from '../domain/access.ts';
import { readDays } from '../domain/days.ts';
import type { Where } from '../domain/composed-day.ts';
import { readMonth } from '../domain/months.ts';
import { movedOf } from '../domain/moving.ts';
import { MessagePage } from '../pages/MessagePage.tsx';
import { MonthPage } from '../pages/MonthPage.tsx';
import { WeekPage } from '../pages/WeekPage.tsx';
import { page, pageFollowing } from './answers.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';
import type { AppContext } from './services.ts';
import { axisFor, daysFor, feedsFor } from './whose-days.ts';

/** Answers with the page of a week, of the library or of the collection that `where` names. */
export const answerWeek = async (
  c: AppContext,
  { role, library }: Place,
  where: Where,
): Promise<Response> => {
  const { ask, days, now } = c.var.services;
  const { workspace, zone, language } = library;
  const [first, ...others] = weekDays(c.req.param('week') ?? '') ?? [];
  if (first === undefined)
    return page(c, <MessagePage language={language} {...daysTexts(language).noSuchWeek} />, 404);
  const axis = axisFor(c, where);
  const collection = where.collection?.name ?? null;
  const today = dayIn(now(), zone);
  return pageFollowing(c, { role, library, today }, async () => {
    const month = first.slice(0, 7);
    const [[digest, ...rest], counts, feeds] = await Promise.all([
      readDays(c.var.services, where, axis, [first, ...others]),
      ask(days.counts(workspace, daysFor(c, where), `${month}-01`, `${month}-31`)),
      feedsFor(c, library, where),
    ]);
    const moving = movedOf(library);
    const setting = { workspace, zone, language, axis, today, moving, collection };
    const clipsOf = new Map(counts.map(({ day, clips }) => [day, clips]));
    return <WeekPage digests={[digest, ...rest]} counts={clipsOf} {...{ setting, feeds }} />;
  });
};

/** Answers with the page of a month, of the library or of the collection that `where` names. */
export const answerMonth = async (
  c: AppContext,
  { role, library }: Place,
  where: Where,
): Promise<Response> => {
  const { workspace, zone, language } = library;
  const first = `${c.req.param('month')}-01`;
  if (!v.is(PlainDate, first))
    return page(c, <MessagePage language={language} {...daysTexts(language).noSuchMonth} />, 404);
  const axis = axisFor(c, where);
  const collection = where.collection?.name ?? null;
  const today = dayIn(c.var.services.now(), zone);
  return pageFollowing(c, { role, library, today }, async () => {
    const [month, feeds] = await Promise.all([
      readMonth(c.var.services, library, daysFor(c, where), first),
      feedsFor(c, library, where),
    ]);
    const moving = movedOf(library);
    const setting = { workspace, zone, language, axis, today, moving, collection };
    return <MonthPage {...{ month, setting, feeds }} />;
  });
};

export const spanRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/week/:week',
    policy: member('viewer'),
    handler: (c, { place }) => answerWeek(c, place, place.library),
  }),
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/month/:month',
    policy: member('viewer'),
    handler: (c, { place }) => answerMonth(c, place, place.library),
  }),
];
