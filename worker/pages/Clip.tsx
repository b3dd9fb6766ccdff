// A clip in a list: headline, one or all sentences of its summary, one line of facts.
import type { ComponentChildren } from 'preact';
import { daysTexts } from '../../shared/locales/days.ts';
import { texts } from '../../shared/locales/index.ts';
import { readingMinutes } from '../../shared/text/reading.ts';
import { siteOf } from '../../shared/digest/site.ts';
import type { ClipCard, Story } from '../../shared/schema/digest.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Picture } from '../../shared/ui/Picture.tsx';
import { DateFact } from './DateFact.tsx';
import { type Own, OwnFacts } from './Own.tsx';
import type { SpanSetting } from './Span.tsx';

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
  setting: SpanSetting;
}

const Headline = ({ clip, setting }: Told) => (
  <h3 {...foreign(clip)}>
    <a href={`/w/${setting.workspace}/clip/${clip.id}`}>{clip.title}</a>
  </h3>
);

const sourcesOf = (clips: readonly ClipCard[]): number => new Set(clips.map(siteOf)).size;

const Facts = ({ clip, others, setting, own }: StoryProps) => {
  const { article, related } = texts(setting.language);
  const clips = [clip, ...others];
  const sources = sourcesOf(clips);
  return (
    <p class="meta">
      {clips.some(({ id }) => own?.fresh.has(id)) && (
        <span class="new">{daysTexts(setting.language).isNew}</span>
      )}
      {sources > 1 && <span class="sources">{related.sources(sources)}</span>}
      <b {...foreign(clip)}>{siteOf(clip)}</b>
      <DateFact clip={clip} setting={setting} />
      <span>{article.minutes(readingMinutes(clip.words, clip.language))}</span>
      {clip.attribution && <span>{article.takenFrom(clip.attribution)}</span>}
      <OwnFacts clip={clip.id} {...{ own, setting }} />
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

/** What tells a story of several clips, each sentence with its source; no more than `most` of them. */
const JointSummary = ({
  summary,
  clips,
  setting,
  most,
}: {
  summary: Story['summary'];
  clips: readonly ClipCard[];
  setting: Setting;
  most?: number;
}) => {
  const sources = new Map(clips.map((clip) => [clip.id, clip]));
  const told = summary
    .flatMap(({ clip, text }) => {
      const source = sources.get(clip);
      return source ? [{ text, source }] : [];
    })
    .slice(0, most);
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
  /** What the reader has of their own. */
  own?: Own | undefined;
  /** What is related to it. */
  children?: ComponentChildren;
}

/**
 * The story that leads a front page: the one that most sources tell; of several such one that can be shown with a picture,
 * else the first.
 */
export const leadOf = <T extends { clip: ClipCard; others: readonly ClipCard[] }>(
  stories: readonly T[],
  images: boolean,
): T | undefined => {
  const weightOf = ({ clip, others }: T): number =>
    2 * sourcesOf([clip, ...others]) + Number(images && clip.leadImage !== null);
  const [first, ...further] = stories;
  return further.reduce(
    (lead, story) => (lead && weightOf(story) > weightOf(lead) ? story : lead),
    first,
  );
};

/** The first story of the day, with its image and all that sums it up. */
export const LeadStory = ({
  clip,
  others,
  summary,
  setting,
  own,
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
      <Facts {...{ clip, others, setting, own }} />
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

/** How many sentences tell a further story that several clips tell: it has half the room. */
const SENTENCES = 3;

/** A further story: one of a single clip by its first sentence, and where `summary` is left out any. */
export const StoryItem = ({
  clip,
  others,
  summary = [],
  setting,
  own,
  children,
}: StoryProps & { summary?: Story['summary'] }) => (
  <article class="item">
    <Headline clip={clip} setting={setting} />
    {others.length > 0 && summary.length > 0 ? (
      <JointSummary clips={[clip, ...others]} most={SENTENCES} {...{ summary, setting }} />
    ) : (
      clip.summary[0] && <p {...foreign(clip)}>{clip.summary[0]}</p>
    )}
    <Facts {...{ clip, others, setting, own }} />
    <Others clips={others} setting={setting} />
    {children}
  </article>
);
