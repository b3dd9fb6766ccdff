// A story as people without an account read it: headline, summary, source, date, and the way to the original.
import { publishedDay } from '../../shared/digest/days.ts';
import { siteOf } from '../../shared/digest/site.ts';
import { texts } from '../../shared/locales/index.ts';
import type { ClipCard, Story } from '../../shared/schema/digest.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { readingMinutes } from '../../shared/text/reading.ts';
import { foreign } from './Clip.tsx';
import { plainDay } from './dates.ts';

/** What is read of a clip, wherever it is shown to others. */
export type SharedCard = Pick<
  ClipCard,
  'url' | 'title' | 'site' | 'attribution' | 'language' | 'published' | 'summary' | 'words'
>;

export interface SharedSetting {
  zone: string;
  language: InterfaceLanguage;
  /** The day whose page it is, which need not be told of each. */
  day?: string;
}

interface FactsProps {
  clip: SharedCard;
  /** Whether its text is here, so that the way to the original is told beside. */
  hasText: boolean;
  setting: SharedSetting;
}

export const SharedFacts = ({
  clip,
  hasText,
  setting: { zone, language, day: shown },
}: FactsProps) => {
  const { article } = texts(language);
  const day = clip.published && publishedDay(clip.published, zone);
  return (
    <p class="meta">
      <b {...foreign(clip)}>
        {hasText ? (
          <a href={clip.url} rel="noreferrer">
            {siteOf(clip)}
          </a>
        ) : (
          siteOf(clip)
        )}
      </b>
      {day && day !== shown && <span>{plainDay(day, language)}</span>}
      {clip.words > 0 && <span>{article.minutes(readingMinutes(clip.words, clip.language))}</span>}
      {clip.attribution && <span dir="auto">{article.takenFrom(clip.attribution)}</span>}
    </p>
  );
};

const Others = ({ clips, setting }: { clips: readonly SharedCard[]; setting: SharedSetting }) =>
  clips.length > 0 && (
    <p class="others">
      {texts(setting.language).related.story}:{' '}
      {clips.map((clip, index) => (
        <>
          {index > 0 && ', '}
          <a href={clip.url} rel="noreferrer" title={clip.title} {...foreign(clip)}>
            {siteOf(clip)}
          </a>
        </>
      ))}
    </p>
  );

interface Props {
  /** The first of them tells it. */
  clips: readonly [SharedCard, ...SharedCard[]];
  /** Sentences, each with the clip that it is of. */
  summary: readonly { clip: SharedCard; text: string }[];
  /** The address of the first one's text; null where that is at the publisher's alone. */
  text: string | null;
  heading: 'h2' | 'h3';
  /** What leads a page, or one of several. */
  as?: 'lead' | 'item';
  setting: SharedSetting;
}

export const SharedStory = ({
  clips,
  summary,
  text,
  heading: Heading,
  as = 'item',
  setting,
}: Props) => {
  const [clip, ...others] = clips;
  return (
    <article class={as}>
      <Heading {...foreign(clip)}>
        <a href={text ?? clip.url} rel={text === null ? 'noreferrer' : undefined}>
          {clip.title}
        </a>
      </Heading>
      {summary.map(({ clip: source, text: sentence }) => (
        <p {...foreign(source)}>
          {sentence}
          {others.length > 0 && (
            <>
              {' '}
              <a class="source" href={source.url} rel="noreferrer" lang="">
                {siteOf(source)}
              </a>
            </>
          )}
        </p>
      ))}
      <SharedFacts clip={clip} hasText={text !== null} setting={setting} />
      <Others clips={others} setting={setting} />
    </article>
  );
};

/** The summary of a clip that is told alone. */
export const ownSummary = (clip: SharedCard) =>
  clip.summary.map((sentence) => ({ clip, text: sentence }));

/** The clips of a story with those of its sentences that one of them has. */
export const toldStory = ({
  clips: [first, ...others],
  summary,
}: Story): Pick<Props, 'clips' | 'summary'> | null => {
  if (!first) return null;
  const sources = new Map([first, ...others].map((clip) => [clip.id, clip]));
  return {
    clips: [first, ...others],
    summary: summary.flatMap(({ clip, text }) => {
      const source = sources.get(clip);
      return source ? [{ clip: source, text }] : [];
    }),
  };
};
