// The page of a day.
import * as v from 'valibot';
import { dayIn } from '../../shared/digest/days.ts';
import { DigestPage } from '../../shared/schema/digest.ts';
import { PlainDate } from '../../shared/schema/text.ts';
import { dayInOrder } from '../domain/category-order.ts';
import { readDays } from '../domain/days.ts';
import { readDigest } from '../domain/digests.ts';
import { lookBackFrom } from '../domain/look-back.ts';
import { seenBy } from '../domain/visits.ts';
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
      const { days, personal, trash, now } = c.var.services;
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
          personal.ofDay(workspace, account, axis, day),
          days.counts(workspace, axis, `${monthOfDay}-01`, `${monthOfDay}-31`),
          feedAddresses(c, library),
          isToday ? lookBackFrom(c.var.services, library, account, today) : null,
        ]);
      };
      // Today is another page for every reader, and another one soon: who has nothing of it yet need not wait for one
      // after the other. A day that is over is known here more often than not.
      const isNew = isToday && c.req.header('if-none-match') === undefined;
      const [layer, early] = await Promise.all([
        personal.layer(workspace, account),
        isNew ? readAll() : null,
      ]);
      const { isOn, order, reader } = layer;
      const { newAfter, isBehind } = seenBy(layer, library.seq, now());
      // What is one person's own is nobody else's, however alike what it follows from.
      const follows = { account, isOn, order, reader, newAfter, isBehind };
      return pageFollowing(c, { role, library, today, images, removed, follows }, async () => {
        const [digest, clips, counts, feeds, back] = early ?? (await readAll());
        const own = {
          clips: new Map(clips.map((clip) => [clip.id, clip])),
          fresh: new Set(
            clips.filter(({ came }) => newAfter !== null && came > newAfter).map(({ id }) => id),
          ),
          seq: library.seq,
          isBehind,
          isOrdered: order.length > 0,
        };
        const shown = { language, axis, today, feeds, images, removed, lookBack: back, own };
        return (
          <DayPage
            {...shown}
            digest={dayInOrder(digest, order)}
            counts={new Map(counts.map(({ day: counted, clips: count }) => [counted, count]))}
          />
        );
      });
    },
  }),
];
