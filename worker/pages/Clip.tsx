// A clip in a list: headline, one or all sentences of its summary, one line of facts.
import type { ComponentChildren } from 'preact';
import { texts } from '../../shared/locales/index.ts';
import { publishedTime } from '../../shared/digest/days.ts';
import { readingMinutes } from '../../shared/text/reading.ts';
import { siteOf } from '../../shared/digest/site.ts';
import type { ClipCard, Story } from '../../shared/schema/digest.ts';
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

interface Told {
  clip: ClipCard;
  setting: Setting;
}

const Headline = ({ clip, setting }: Told) => (
  <h3 {...foreign(clip)}>
    <a href={`/w/${setting.workspace}/clip/${clip.id}`}>{clip.title}</a>
  </h3>
);

const sourcesOf = (clips: readonly ClipCard[]): number => new Set(clips.map(siteOf)).size;

const Facts = ({ clip, setting, sources }: Told & { sources: number }) => {
  const { article, related } = texts(setting.language);
  const time = clip.published && publishedTime(clip.published, setting.zone);
  return (
    <p class="meta">
      {sources > 1 && <span class="sources">{related.sources(sources)}</span>}
      <b {...foreign(clip)}>{siteOf(clip)}</b>
      {time && <span>{time}</span>}
      <span>{article.minutes(readingMinutes(clip.words, clip.language))}</span>
      {clip.attribution && <span>{article.takenFrom(clip.attribution)}</span>}
      {!clip.published && <span>{article.noDate}</span>}
    </p>
  );
};

/** The other clips of a story, each by its source. */
const Others = ({ clips, setting }: { clips: readonly ClipCard[]; setting: Setting }) => {
  if (clips.length === 0) return null;
  return (
    <p class="others">
      {texts(setting.language).related.story}:{' '}
      {clips.map((clip, index) => (
        <>
          {index > 0 && ', '}
          <a href={`/w/${setting.workspace}/clip/${clip.id}`} title={clip.title} {...foreign(clip)}>
            {siteOf(clip)}
          </a>
        </>
      ))}
    </p>
  );
};

/** What tells a story of several clips, each sentence with its source. */
const JointSummary = ({
  summary,
  clips,
  setting,
}: {
  summary: Story['summary'];
  clips: readonly ClipCard[];
  setting: Setting;
}) => {
  const sources = new Map(clips.map((clip) => [clip.id, clip]));
  const told = summary.flatMap(({ clip, text }) => {
    const source = sources.get(clip);
    return source ? [{ text, source }] : [];
  });
  if (told.length === 0) return null;
  return (
    <ol class="sum">
      {told.map(({ text, source }) => (
        <li {...foreign(source)}>
          {text}
          {clips.length > 1 && (
            <>
              {' '}
              <a class="source" href={`/w/${setting.workspace}/clip/${source.id}`} lang="">
                {siteOf(source)}
              </a>
            </>
          )}
        </li>
      ))}
    </ol>
  );
};

interface StoryProps extends Told {
  /** The clip that goes first. */
  clip: ClipCard;
  /** The others of its story. */
  others: readonly ClipCard[];
  /** What is related to it. */
  children?: ComponentChildren;
}

/** The first story of the day, with its image and all that sums it up. */
export const LeadStory = ({
  clip,
  others,
  summary,
  setting,
  images,
  children,
}: StoryProps & {
  summary: Story['summary'];
  /** Whether images are shown. */
  images: boolean;
}) => (
  <article class={images && clip.leadImage ? 'lead pictured' : 'lead'}>
    <div>
      <Headline clip={clip} setting={setting} />
      <JointSummary clips={[clip, ...others]} {...{ summary, setting }} />
      <Facts clip={clip} setting={setting} sources={sourcesOf([clip, ...others])} />
      <Others clips={others} setting={setting} />
      {children}
    </div>
    {images && clip.leadImage && (
      <figure>
        <Picture src={clip.leadImage} alt="" />
      </figure>
    )}
  </article>
);

/** A further story. */
export const StoryItem = ({ clip, others, setting, children }: StoryProps) => (
  <article class="item">
    <Headline clip={clip} setting={setting} />
    {clip.summary[0] && <p {...foreign(clip)}>{clip.summary[0]}</p>}
    <Facts clip={clip} setting={setting} sources={sourcesOf([clip, ...others])} />
    <Others clips={others} setting={setting} />
    {children}
  </article>
);
