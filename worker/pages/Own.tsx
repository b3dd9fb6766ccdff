// What a page of a day has of its reader's own: what they did with its clips, what is new to them, the order they want.
import { daysTexts } from '../../shared/locales/days.ts';
import type { Digest, GroupOutline } from '../../shared/schema/digest.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { groupName } from './groups.ts';
import { type People, personName } from './people.ts';
import type { SpanSetting } from './Span.tsx';
import { Visit } from './Visit.tsx';

/** A clip as its reader has it. */
interface OwnClip {
  isDone: boolean;
  isStarred: boolean;
  highlights: number;
  hasNotes: boolean;
  /** The accounts of who keeps it, in an order of no meaning. */
  keepers: readonly string[];
}

/** A reader's own layer over a day. */
export interface Own {
  clips: ReadonlyMap<string, OwnClip>;
  /** Whose it is. */
  account: string;
  /** Who belongs to the workspace; empty where nobody else keeps any of the clips. */
  people: People;
  /** The ids of the day's clips that came since the visit before. */
  fresh: ReadonlySet<string>;
  /** How the library stands. */
  seq: number;
  /** Whether that was not yet seen on any page. */
  isBehind: boolean;
  /** Whether the reader has moved a category. */
  isOrdered: boolean;
}

/** Who else keeps a clip, in words; one of several by name. */
const KeptBy = ({
  keepers,
  own: { account, people },
  language,
}: {
  keepers: readonly string[];
  own: Own;
  language: InterfaceLanguage;
}) => {
  const [first, ...further] = keepers.filter((keeper) => keeper !== account);
  if (first === undefined) return null;
  const t = daysTexts(language);
  const name = personName(people, first, language);
  return (
    <span class="own">
      {keepers.includes(account)
        ? t.alsoKept(name, further.length)
        : t.keptBy(name, further.length)}
    </span>
  );
};

/** What the reader did with a clip, in words; nothing where that is nothing. */
export const OwnFacts = ({
  clip,
  own,
  setting: { language },
}: {
  /** Its id. */
  clip: string;
  own: Own | undefined;
  setting: SpanSetting;
}) => {
  const mine = own?.clips.get(clip);
  if (!own || !mine) return null;
  const t = daysTexts(language);
  const said = [
    mine.isDone && t.done,
    mine.isStarred && t.starred,
    mine.highlights > 0 && t.highlights(mine.highlights),
    mine.hasNotes && t.notes,
  ].filter((words) => words !== false);
  return (
    <>
      {said.map((words) => (
        <span class="own">{words}</span>
      ))}
      <KeptBy keepers={mine.keepers} own={own} language={language} />
    </>
  );
};

const Shown = ({ digest, setting }: { digest: Digest; setting: SpanSetting }) => (
  <>
    <input type="hidden" name="day" value={digest.day} />
    <input type="hidden" name="by" value={setting.axis} />
    {setting.collection !== null && <input type="hidden" name="of" value={setting.collection} />}
  </>
);

/** How much is new on a day. */
export const Fresh = ({
  own,
  digest,
  setting,
}: {
  own: Own;
  digest: Digest;
  setting: SpanSetting;
}) => {
  const t = daysTexts(setting.language);
  // A page of several has not all stories of its day at hand.
  const isWhole = digest.pages === 1;
  const stories = digest.groups
    .flatMap((group) => group.stories)
    .filter(({ clips }) => clips.some(({ id }) => own.fresh.has(id)));
  const count = isWhole ? stories.length : own.fresh.size;
  const said = isWhole ? t.fresh(count) : t.freshClips(count);
  return (
    <Visit
      {...{ workspace: setting.workspace, language: setting.language, seq: own.seq }}
      isBehind={own.isBehind}
      news={count > 0 ? said : null}
    >
      <Shown {...{ digest, setting }} />
    </Visit>
  );
};

/** Moves a category up, one place at a time. */
export const OrderForm = ({
  own,
  digest,
  setting,
}: {
  own: Own;
  digest: Digest;
  setting: SpanSetting;
}) => {
  const t = daysTexts(setting.language);
  const named = digest.outline.filter(
    (group): group is GroupOutline & { category: string } => group.category !== null,
  );
  if (named.length < 2 && !own.isOrdered) return null;
  return (
    <details class="order">
      <summary>{t.order}</summary>
      <form method="post" action={`/w/${setting.workspace}/order`}>
        <Shown {...{ digest, setting }} />
        <input type="hidden" name="shown" value={named.map(({ category }) => category).join(' ')} />
        <ul>
          {named.slice(1).map((group) => (
            <li>
              <button class="quiet" name="up" value={group.category}>
                {t.moveUp(groupName(group, setting.language))}
              </button>
            </li>
          ))}
          {own.isOrdered && (
            <li>
              <button class="quiet" name="reset" value="yes">
                {t.largestFirst}
              </button>
            </li>
          )}
        </ul>
      </form>
    </details>
  );
};
