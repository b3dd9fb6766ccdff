// The pages of a week and a month.
import * as v from 'valibot';
import { dayIn } from '../../shared/digest/days.ts';
import { weekDays } from '../../shared/digest/weeks.ts';
import { daysTexts } from '../../shared/locales/days.ts';
import { PlainDate } from '../../shared/schema/text.ts';
import type { Question } from '../db/question.ts';
import type { Place } from '../domain/access.ts';
import { askWeek, type WeekOf } from '../domain/days.ts';
import type { Where } from '../domain/composed-day.ts';
import { readMonth } from '../domain/months.ts';
import { movedOf } from '../domain/moving.ts';
import { MessagePage } from '../pages/MessagePage.tsx';
import { MonthPage } from '../pages/MonthPage.tsx';
import { WeekPage } from '../pages/WeekPage.tsx';
import { isAnswered, page, pageFollowing } from './answers.ts';
import { member, memberAsking } from './policy.ts';
import { pageRoute } from './route.ts';
import type { AppContext } from './services.ts';
import { axisFor, daysFor, feedsFor } from './whose-days.ts';

const daysOfWeek = (c: AppContext) => weekDays(c.req.param('week') ?? '') ?? [];

/** Asks for the days of a week; null for what is none. */
const askDays = (c: AppContext, where: Pick<Where, 'workspace' | 'collection'>) => {
  const [first, ...others] = daysOfWeek(c);
  return first === undefined
    ? null
    : askWeek(c.var.services, where, daysFor(c, where), [first, ...others]);
};

/** What a week's page asks for together with the sign-in. */
const askFirst = (
  c: AppContext,
  workspace: string,
  account: string | null,
): Question<WeekOf> | null =>
  account === null || isAnswered(c, account) ? null : askDays(c, { workspace });

/** Where a week is read, and what was asked of it beside the sign-in. */
interface WeekAt extends Place {
  beside: WeekOf | null;
}

/** Answers with the page of a week, of the library or of the collection that `where` names. */
export const answerWeek = async (
  c: AppContext,
  { role, library, beside }: WeekAt,
  where: Where,
): Promise<Response> => {
  const { ask, now } = c.var.services;
  const { workspace, zone, language } = library;
  const asked = askDays(c, where);
  if (!asked)
    return page(c, <MessagePage language={language} {...daysTexts(language).noSuchWeek} />, 404);
  const axis = axisFor(c, where);
  const collection = where.collection?.name ?? null;
  const today = dayIn(now(), zone);
  return pageFollowing(c, { role, library, today }, async () => {
    const weekOf = beside ?? (await ask(asked));
    const [week, feeds] = await Promise.all([weekOf(where), feedsFor(c, library, where)]);
    const moving = movedOf(library);
    const setting = { workspace, zone, language, axis, today, moving, collection };
    return <WeekPage {...{ week, setting, feeds }} />;
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
    policy: memberAsking('viewer', askFirst),
    handler: (c, { place, beside }) => answerWeek(c, { ...place, beside }, place.library),
  }),
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/month/:month',
    policy: member('viewer'),
    handler: (c, { place }) => answerMonth(c, place, place.library),
  }),
];
