// The pages of a week and a month.
import * as v from 'valibot';
import { dayIn } from '../../shared/digest/days.ts';
import { weekDays } from '../../shared/digest/weeks.ts';
import { daysTexts } from '../../shared/locales/days.ts';
import { PlainDate } from '../../shared/schema/text.ts';
import { readDays } from '../domain/days.ts';
import { readMonth } from '../domain/months.ts';
import { movedOf } from '../domain/moving.ts';
import { MessagePage } from '../pages/MessagePage.tsx';
import { MonthPage } from '../pages/MonthPage.tsx';
import { WeekPage } from '../pages/WeekPage.tsx';
import { page, pageFollowing } from './answers.ts';
import { axisOf } from './axis.ts';
import { feedAddresses } from './feeds.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';

export const spanRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/week/:week',
    policy: member('viewer'),
    handler: async (c, { place: { role, library } }) => {
      const { ask, days, now } = c.var.services;
      const { workspace, zone, language } = library;
      const [first, ...others] = weekDays(c.req.param('week') ?? '') ?? [];
      if (first === undefined)
        return page(
          c,
          <MessagePage language={language} {...daysTexts(language).noSuchWeek} />,
          404,
        );
      const axis = axisOf(c);
      const today = dayIn(now(), zone);
      return pageFollowing(c, { role, library, today }, async () => {
        const month = first.slice(0, 7);
        const [[digest, ...rest], counts, feeds] = await Promise.all([
          readDays(c.var.services, library, axis, [first, ...others]),
          ask(days.counts(workspace, axis, `${month}-01`, `${month}-31`)),
          feedAddresses(c, library),
        ]);
        const setting = { workspace, zone, language, axis, today, moving: movedOf(library) };
        const clipsOf = new Map(counts.map(({ day, clips }) => [day, clips]));
        return <WeekPage digests={[digest, ...rest]} counts={clipsOf} {...{ setting, feeds }} />;
      });
    },
  }),
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/month/:month',
    policy: member('viewer'),
    handler: async (c, { place: { role, library } }) => {
      const { workspace, zone, language } = library;
      const first = `${c.req.param('month')}-01`;
      if (!v.is(PlainDate, first))
        return page(
          c,
          <MessagePage language={language} {...daysTexts(language).noSuchMonth} />,
          404,
        );
      const axis = axisOf(c);
      const today = dayIn(c.var.services.now(), zone);
      return pageFollowing(c, { role, library, today }, async () => {
        const [month, feeds] = await Promise.all([
          readMonth(c.var.services, library, axis, first),
          feedAddresses(c, library),
        ]);
        const setting = { workspace, zone, language, axis, today, moving: movedOf(library) };
        return <MonthPage {...{ month, setting, feeds }} />;
      });
    },
  }),
];
