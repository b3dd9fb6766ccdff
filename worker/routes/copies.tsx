// Copying clips into another library, one a step: a keep takes most of the statements that a request has.
import * as v from 'valibot';
import { MAX_MANY } from '../../shared/schema/many.ts';
import { UuidV7 } from '../../shared/schema/text.ts';
import { copyClip, copyDestination, copyTargets } from '../domain/copies.ts';
import { AskToCopyPage, CopyingPage } from '../pages/CopyPage.tsx';
import { page } from './answers.ts';
import { MAX_CHOSEN_BODY, parse, readFields } from './body.ts';
import { member } from './policy.ts';
import { pageRoute } from './route.ts';
import { servicesAt } from './services.ts';
import { wayBack } from './way-back.ts';

const Count = v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number));
const Word = v.optional(v.string());
const CopyForm = v.strictObject({
  /** It comes as often as one is chosen; here is the last. */
  clip: Word,
  clips: v.array(UuidV7),
  to: Word,
  copied: v.optional(Count, '0'),
  missing: v.optional(Count, '0'),
  here: Word,
  /** What else the form of the list has, which is for other buttons. */
  name: Word,
});

export const copyRoutes = [
  pageRoute({
    method: 'POST',
    path: '/w/:workspace/copies',
    policy: member('viewer'),
    handler: async (c, { person, place: { library } }) => {
      const { workspace, language } = library;
      const { services } = c.var;
      const fields = await readFields(c, MAX_CHOSEN_BODY);
      const back = (told: string | null) => wayBack(workspace, fields.get('here'), told);
      const here = back(null);
      const { clips, to, copied, missing } = parse(CopyForm, {
        ...Object.fromEntries(fields),
        clips: fields.getAll('clip'),
      });
      const [first, ...rest] = clips;
      if (first === undefined) return c.redirect(back('nothing-chosen'), 303);
      if (clips.length > MAX_MANY) return c.redirect(back('too-many'), 303);
      if (to === undefined) {
        const [targets, titles] = await Promise.all([
          copyTargets(services, person.account, workspace),
          services.copies.titles(workspace, clips),
        ]);
        const asked = { targets, titles: titles.map(({ title }) => title) };
        return page(c, <AskToCopyPage {...{ language, workspace, here, clips }} {...asked} />);
      }
      const {
        name,
        library: target,
        binding,
      } = await copyDestination(services, person.account, workspace, to);
      const there = servicesAt(services, binding);
      const made = await copyClip(services.copies, workspace, there, target, person, first);
      const content = (
        <CopyingPage
          {...{ language, workspace, here }}
          clips={rest}
          target={{ id: target.workspace, name }}
          done={made ? { copied: copied + 1, missing } : { copied, missing: missing + 1 }}
          last={made && made.clip}
        />
      );
      return page(c, content);
    },
  }),
];
