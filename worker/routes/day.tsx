// The page of a day.
import * as v from 'valibot';
import { dayIn } from '../../shared/digest/days.ts';
import { DigestPage } from '../../shared/schema/digest.ts';
import { PlainDate } from '../../shared/schema/text.ts';
import { readDays } from '../domain/days.ts';
import { readDigest } from '../domain/digests.ts';
import { lookBackFrom } from '../domain/look-back.ts';
import { DayPage } from '../pages/DayPage.tsx';
import { ProblemPage } from '../pages/MessagePage.tsx';
import { page, pageFollowing } from './answers.ts';
import { axisOf } from './axis.ts';
import { feedAddresses } from './feeds.ts';
import { member } from './policy.ts';
import { readerSetting } from './reader.ts';
import { pageRoute } from './route.ts';

export const dayRoutes = [
  pageRoute({
    method: 'GET',
    path: '/w/:workspace/day/:day',
    policy: member('viewer'),
    handler: async (c, { person: { account }, place: { role, library } }) => {
      const { days, lookBack, trash, now } = c.var.services;
      const { workspace, zone, language } = library;
      const day = c.req.param('day');
      if (!v.is(PlainDate, day))
        return page(c, <ProblemPage language={language} code="no-such-day" />, 404);
      const today = dayIn(now(), zone);
      const { images } = readerSetting(c);
      const deleted = role === 'viewer' ? undefined : c.req.query('deleted');
      const removed =
        deleted === undefined ? null : await trash.find(workspace, deleted, now().toISOString());
      const isToday = day === today;
      const axis = axisOf(c);
      // What is no page of a day is its first.
      const number = v.is(DigestPage, c.req.query('page')) ? Number(c.req.query('page')) : 1;
      const readAll = () => {
        const monthOfDay = day.slice(0, 7);
        return Promise.all([
          axis === 'kept'
            ? readDays(c.var.services, library, axis, [day], number).then(([digest]) => digest)
            : readDigest(c.var.services, library, day, number),
          days.counts(workspace, axis, `${monthOfDay}-01`, `${monthOfDay}-31`),
          feedAddresses(c, library),
          isToday ? lookBackFrom(c.var.services, library, account, today) : null,
        ]);
      };
      // Today has what is the person's own. Who has nothing of the page yet need not wait for one after the other.
      const isNew = c.req.header('if-none-match') === undefined;
      const [layer, early] = isToday
        ? await Promise.all([lookBack.layer(workspace, account), isNew ? readAll() : null])
        : [null, null];
      // What is one person's own is nobody else's, however alike what it follows from.
      const own = layer && { account, ...layer };
      return pageFollowing(c, { role, library, today, images, removed, own }, async () => {
        const [digest, counts, feeds, back] = early ?? (await readAll());
        const clipsOf = new Map(counts.map(({ day: counted, clips }) => [counted, clips]));
        const shown = { language, digest, axis, today, feeds, images, removed, lookBack: back };
        return <DayPage {...shown} counts={clipsOf} />;
      });
    },
  }),
];
