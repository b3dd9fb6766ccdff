// A quiet box on today's page: what this day had in earlier years, and what is unread from a year ago.
import { texts } from '../../shared/locales/index.ts';
import { lookBackTexts } from '../../shared/locales/look-back.ts';
import type { ClipCard } from '../../shared/schema/digest.ts';
import { siteOf } from '../../shared/digest/site.ts';
import type { LookBack } from '../domain/look-back.ts';
import { foreign, type Setting } from './Clip.tsx';
import { plainDay } from './dates.ts';

const Title = ({ clip, setting }: { clip: ClipCard; setting: Setting }) => (
  <p class="then" {...foreign(clip)}>
    <a href={`/w/${setting.workspace}/clip/${clip.id}`}>{clip.title}</a>
  </p>
);

/** Nothing where there is nothing to look back at. */
export const LookBackBox = ({ lookBack, setting }: { lookBack: LookBack; setting: Setting }) => {
  const { workspace, language } = setting;
  const t = lookBackTexts(language);
  const { days, unread } = lookBack;
  if (days.length === 0 && !unread) return null;
  return (
    <section class="look-back" aria-labelledby="look-back">
      <h2 id="look-back">{t.title}</h2>
      <ul>
        {days.map(({ day, clips, clip }) => (
          <li>
            <p class="meta">
              <a href={`/w/${workspace}/day/${day}`}>{plainDay(day, language)}</a>
              {clips > 1 && <span>{texts(language).pages.moreClips(clips - 1)}</span>}
            </p>
            <Title {...{ clip, setting }} />
          </li>
        ))}
        {unread && (
          <li>
            <p class="meta">
              <span>{t.unread}</span>
              <b {...foreign(unread)}>{siteOf(unread)}</b>
            </p>
            <Title clip={unread} setting={setting} />
          </li>
        )}
      </ul>
      <p class="meta">
        <a href={`/w/${workspace}/settings#look-back`}>{t.change}</a>
      </p>
    </section>
  );
};
