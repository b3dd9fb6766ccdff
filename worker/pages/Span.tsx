// What the pages of a day, a week and a month have in common: the ways between them, and those to what lies beside.
import { AXES, type Axis } from '../../shared/digest/axis.ts';
import { weekOf } from '../../shared/digest/weeks.ts';
import { daysTexts } from '../../shared/locales/days.ts';
import { importTexts } from '../../shared/locales/imports.ts';
import { texts } from '../../shared/locales/index.ts';
import { addMonths } from '../../shared/digest/days.ts';
import { Calendar } from '../../shared/ui/Calendar.tsx';
import { zoneTexts } from '../../shared/locales/zone.ts';
import type { ZoneState } from '../../shared/schema/zone.ts';
import type { Setting } from './Clip.tsx';
import { fullDay, month, monthName } from './dates.ts';
import { nameAddress } from './NamesPage.tsx';
import { zoneName } from './zones.ts';

const SPANS = ['day', 'week', 'month'] as const;
export type SpanName = (typeof SPANS)[number];

/** A page of days: where it stands, by which day its clips are told, and the present day in the workspace's zone. */
export interface SpanSetting extends Setting {
  axis: Axis;
  today: string;
  /** How far its clips have moved to their days in its zone. */
  moving: ZoneState['moving'];
  /** The name of the collection whose days these are; null for those of the whole library. */
  collection: string | null;
}

type Whose = Pick<SpanSetting, 'workspace' | 'axis' | 'collection'>;

const addressOf = (
  { workspace, axis, collection }: Whose,
  span: SpanName,
  named: string,
): string => {
  const whose =
    collection === null ? `/w/${workspace}` : nameAddress(workspace, 'collection', collection);
  return `${whose}/${span}/${named}${axis === 'kept' ? '?by=kept' : ''}`;
};

/** The address of the span that a day is in. */
export const spanAddress = (setting: Whose, span: SpanName, day: string): string =>
  addressOf(setting, span, { day, week: weekOf(day), month: day.slice(0, 7) }[span]);

/** The address of any such span, with its name in braces in place of it. */
export const spanPattern = (setting: Whose, span: SpanName): string =>
  addressOf(setting, span, `{${span}}`);

/** The ways to the same span by the other day of clips. */
const Axes = ({ here, day, setting }: { here: SpanName; day: string; setting: SpanSetting }) => {
  const t = daysTexts(setting.language);
  return (
    <nav aria-label={t.axes}>
      {AXES.map((axis) => (
        <a
          href={spanAddress({ ...setting, axis }, here, day)}
          aria-current={axis === setting.axis ? 'page' : undefined}
        >
          {t[axis][here]}
        </a>
      ))}
    </nav>
  );
};

/** The way from a span of a collection to the same of the library. */
const ToLibrary = ({
  here,
  day,
  setting,
}: {
  here: SpanName;
  day: string;
  setting: SpanSetting;
}) => {
  const t = daysTexts(setting.language).ofCollection;
  return (
    <nav aria-label={t.way}>
      <a href={spanAddress({ ...setting, collection: null }, here, day)}>{t.library[here]}</a>
    </nav>
  );
};

/** The ways from a span to the others, and to the same of something else. `day` lies in it. */
export const Spans = ({
  here,
  day,
  setting,
}: {
  here: SpanName;
  day: string;
  setting: SpanSetting;
}) => {
  const { language, moving, zone } = setting;
  const t = daysTexts(language);
  return (
    <div class="spans">
      <nav aria-label={t.spans}>
        {SPANS.map((span) => (
          <a
            href={spanAddress(setting, span, day)}
            aria-current={span === here ? 'page' : undefined}
          >
            {t[span]}
          </a>
        ))}
      </nav>
      {setting.collection === null ? (
        <Axes {...{ here, day, setting }} />
      ) : (
        <ToLibrary {...{ here, day, setting }} />
      )}
      {moving && (
        <p class="moving">
          {zoneTexts(language).notice(zoneName(zone), moving.moved, moving.clips)}
        </p>
      )}
    </div>
  );
};

/** How the frame of a page of days is told of it. */
export const framed = ({ collection }: SpanSetting, name: string) =>
  collection === null
    ? { here: 'day' as const, title: name }
    : { here: 'library' as const, title: `${name} · ${collection}` };

/** The collection whose days are shown, under the name of a span. */
export const OfCollection = ({ setting: { workspace, collection } }: { setting: SpanSetting }) =>
  collection === null ? null : (
    <p class="range whose">
      <a href={nameAddress(workspace, 'collection', collection)} dir="auto">
        {collection}
      </a>
    </p>
  );

/** The way to what lies before or after; a place left free where there is nothing. */
export const Step = ({
  way,
  label,
  name,
  href,
}: {
  way: 'prev' | 'next';
  label: string;
  name: string;
  href: string | null;
}) =>
  href === null ? (
    <span />
  ) : (
    <a class={way === 'next' ? 'step next' : 'step'} rel={way} href={href}>
      {label}
      <b>{name}</b>
    </a>
  );

const HowToBegin = ({ workspace, language }: Pick<Setting, 'workspace' | 'language'>) => {
  const { pages: t } = texts(language);
  return (
    <>
      <p>{t.emptyLibrary}</p>
      <p>{t.pairFirst}</p>
      <p>
        <a href="/sample/">{t.trySample}</a>
      </p>
      <p>
        <a href={`/w/${workspace}/import`}>{importTexts(language).emptyImport}</a>
      </p>
    </>
  );
};

/** That there is nothing, and where the nearest is that there is; of a library without any clip, how it gets one. */
export const Nothing = ({
  heading,
  lead,
  nearest,
  setting: { workspace, language, collection },
}: {
  heading: string;
  lead: string;
  nearest: readonly { href: string; name: string }[];
  setting: SpanSetting;
}) => (
  <div class="empty">
    <h2>{heading}</h2>
    {nearest.length > 0 && (
      <>
        <p>{lead}</p>
        <ul>
          {nearest.map(({ href, name }) => (
            <li>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      </>
    )}
    {nearest.length === 0 &&
      (collection === null ? (
        <HowToBegin {...{ workspace, language }} />
      ) : (
        <p>{daysTexts(language).ofCollection.noDays}</p>
      ))}
  </div>
);

/** The month of a day, each of its days with a weight. */
export const SideCalendar = ({
  day,
  isOpen,
  counts,
  setting,
}: {
  day: string;
  isOpen: boolean;
  counts: ReadonlyMap<string, number>;
  setting: SpanSetting;
}) => {
  const { language } = setting;
  return (
    <Calendar
      {...{ day, counts, isOpen }}
      earlier={addMonths(day, -1)}
      later={addMonths(day, 1)}
      texts={texts(language)}
      fullDay={(each) => fullDay(each, language)}
      month={(each) => month(each, language)}
      monthName={(each) => monthName(each, language)}
      addressOf={(each) => spanAddress(setting, 'day', each)}
      monthAddress={spanAddress(setting, 'month', day)}
      pattern={spanPattern(setting, 'day')}
    />
  );
};
