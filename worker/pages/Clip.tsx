// A clip in a list: headline, one or all sentences of its summary, one line of facts.
import { texts } from '../../shared/locales/index.ts';
import { publishedTime } from '../../shared/digest/days.ts';
import { readingMinutes } from '../../shared/text/reading.ts';
import type { ClipCard } from '../../shared/schema/digest.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Picture } from '../../shared/ui/Picture.tsx';

/** Where a list of clips stands. */
export interface Setting {
  workspace: string;
  zone: string;
  language: InterfaceLanguage;
}

/** The language of foreign text, for readers' voices and hyphenation; its direction shows by itself. */
export const foreign = ({ language }: Pick<ClipCard, 'language'>) => ({
  lang: language ?? undefined,
  dir: 'auto' as const,
});

/** The site, or the host of the address where the page names none. */
export const siteOf = ({ site, url }: Pick<ClipCard, 'site' | 'url'>): string =>
  site ?? URL.parse(url)?.hostname.replace(/^www\./, '') ?? url;

const Headline = ({ clip, setting }: { clip: ClipCard; setting: Setting }) => (
  <h3 {...foreign(clip)}>
    <a href={`/w/${setting.workspace}/clip/${clip.id}`}>{clip.title}</a>
  </h3>
);

const Facts = ({ clip, setting }: { clip: ClipCard; setting: Setting }) => {
  const { article } = texts(setting.language);
  const time = clip.published && publishedTime(clip.published, setting.zone);
  return (
    <p class="meta">
      <b {...foreign(clip)}>{siteOf(clip)}</b>
      {time && <span>{time}</span>}
      <span>{article.minutes(readingMinutes(clip.words, clip.language))}</span>
      {clip.attribution && <span>{article.takenFrom(clip.attribution)}</span>}
      {!clip.published && <span>{article.noDate}</span>}
    </p>
  );
};

/** The first story of the day, with its image and its whole summary. */
export const LeadClip = ({
  clip,
  setting,
  images,
}: {
  clip: ClipCard;
  setting: Setting;
  /** Whether images are shown. */
  images: boolean;
}) => (
  <article class={images && clip.leadImage ? 'lead pictured' : 'lead'}>
    <div>
      <Headline clip={clip} setting={setting} />
      {clip.summary.length > 0 && (
        <ol class="sum" {...foreign(clip)}>
          {clip.summary.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ol>
      )}
      <Facts clip={clip} setting={setting} />
    </div>
    {images && clip.leadImage && (
      <figure>
        <Picture src={clip.leadImage} alt="" />
      </figure>
    )}
  </article>
);

/** A further story. */
export const ClipItem = ({ clip, setting }: { clip: ClipCard; setting: Setting }) => (
  <article class="item">
    <Headline clip={clip} setting={setting} />
    {clip.summary[0] && <p {...foreign(clip)}>{clip.summary[0]}</p>}
    <Facts clip={clip} setting={setting} />
  </article>
);
