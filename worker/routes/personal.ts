// What a person says on the page of a day: that they have seen it, and which categories they want first.
import * as v from 'valibot';
import { AXES, type Axis } from '../../shared/digest/axis.ts';
import { MAX_NAME } from '../../shared/schema/filing.ts';
import { MediaTopicId } from '../../shared/schema/media-topic.ts';
import { filled, PlainDate } from '../../shared/schema/text.ts';
import type { Library } from '../db/libraries.ts';
import { movedUp } from '../domain/category-order.ts';
import { visit } from '../domain/visits.ts';
import { activityAddress } from '../pages/ActivityPage.tsx';
import { spanAddress } from '../pages/Span.tsx';
import { parse, readForm } from './body.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';

/** The page on which something was said. */
const shownOn = {
  day: PlainDate,
  by: v.picklist(AXES),
  /** The name of the collection whose day it is, if it is one's. */
  of: v.optional(v.nullable(filled(2 * MAX_NAME)), null),
};

const pageOf = (
  { workspace }: Pick<Library, 'workspace'>,
  { day, by: axis, of: collection }: { day: string; by: Axis; of: string | null },
): string => spanAddress({ workspace, axis, collection }, 'day', day);

const seen = {
  /** How the library stood on the page. */
  seq: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)),
  /** 'shown' by itself, 'seen' by a button. */
  do: v.picklist(['shown', 'seen']),
};

const VisitForm = v.union([
  v.strictObject({ ...shownOn, ...seen }),
  v.strictObject({ on: v.literal('activity'), ...seen }),
]);

const OrderForm = v.union([
  v.strictObject({ ...shownOn, reset: v.literal('yes') }),
  v.strictObject({
    ...shownOn,
    up: MediaTopicId,
    /** The categories of the page, in their order. */
    shown: v.pipe(
      v.string(),
      v.transform((list) => list.split(' ')),
      v.array(MediaTopicId),
    ),
  }),
]);

export const personalRoutes = [
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/visit',
    policy: member('viewer'),
    handler: async (c, { person: { account }, place: { library } }) => {
      const said = parse(VisitForm, await readForm(c));
      const { now } = c.var.services;
      await visit(c.var.services, library, account, said.seq, now(), said.do === 'seen');
      if (said.do === 'shown') return c.body(null, 204);
      const page = 'on' in said ? activityAddress(library.workspace) : pageOf(library, said);
      return c.redirect(page, 303);
    },
  }),
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/order',
    policy: member('viewer'),
    handler: async (c, { person: { account }, place: { library } }) => {
      const { workspace } = library;
      const { ask, personal } = c.var.services;
      const said = parse(OrderForm, await readForm(c));
      const order =
        'reset' in said
          ? []
          : movedUp(said.shown, said.up, (await ask(personal.layer(workspace, account))).order);
      await personal.setOrder(workspace, account, order);
      return c.redirect(`${pageOf(library, said)}#sections`, 303);
    },
  }),
];
