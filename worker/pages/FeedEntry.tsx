// The bodies of feed entries: HTML that stands without styles.
import { renderToString } from 'preact-render-to-string';
import { feedTexts } from '../../shared/locales/feeds.ts';
import { texts } from '../../shared/locales/index.ts';
import type { Block } from '../../shared/schema/block.ts';
import type { ClipCard, DigestEntry } from '../../shared/schema/digest.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Blocks } from '../../shared/ui/Blocks.tsx';
import { siteOf } from '../../shared/digest/site.ts';
import { foreign } from './Clip.tsx';
import { groupName } from './groups.ts';

interface Said {
  language: InterfaceLanguage;
}

type Story = DigestEntry['stories'][number];
type Told = Story['clips'][number];

const Summary = ({ clip }: { clip: Told }) => (
  <>
    {clip.summary.map((sentence) => (
      <p {...foreign(clip)}>{sentence}</p>
    ))}
  </>
);

const Origin = ({ clip, language }: Said & { clip: Told }) => (
  <>
    <a href={clip.url}>{siteOf(clip)}</a>
    {clip.attribution && ` (${texts(language).article.takenFrom(clip.attribution)})`}
  </>
);

interface DayProps extends Said {
  workspace: string;
  groups: readonly DigestEntry[];
  /** How many clips of the day are not in the groups, and whether there may be others. */
  more: number;
  isOpen: boolean;
  /** The page that has all of it. */
  page: string;
  origin: string;
}

const clipAddress = ({ workspace, origin }: DayProps, { id }: Told): string =>
  `${origin}/w/${workspace}/clip/${id}`;

/** What tells a story of several clips: each sentence with its source. */
const JointSummary = ({ story, props }: { story: Story; props: DayProps }) => {
  const sources = new Map(story.clips.map((clip) => [clip.id, clip]));
  return (
    <>
      {story.summary.map(({ clip, text }) => {
        const source = sources.get(clip);
        return (
          source && (
            <p {...foreign(source)}>
              {text} (<a href={clipAddress(props, source)}>{siteOf(source)}</a>)
            </p>
          )
        );
      })}
    </>
  );
};

const StoryEntry = ({ story, props }: { story: Story; props: DayProps }) => {
  const { language } = props;
  const [clip, ...others] = story.clips;
  if (!clip) return null;
  return (
    <>
      <h3 {...foreign(clip)}>
        <a href={clipAddress(props, clip)}>{clip.title}</a>
      </h3>
      {others.length > 0 ? <JointSummary {...{ story, props }} /> : <Summary clip={clip} />}
      <p>
        <Origin {...{ clip, language }} />
      </p>
      {others.length > 0 && (
        <>
          <p>{texts(language).related.story}:</p>
          <ul>
            {others.map((other) => (
              <li>
                <a {...foreign(other)} href={clipAddress(props, other)}>
                  {other.title}
                </a>{' '}
                (<Origin {...{ clip: other, language }} />)
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

const DayEntry = (props: DayProps) => {
  const { groups, more, isOpen, page, language } = props;
  return (
    <>
      {groups.map((group) => (
        <>
          <h2>{groupName(group, language)}</h2>
          {group.stories.map((story) => (
            <StoryEntry {...{ story, props }} />
          ))}
        </>
      ))}
      {more > 0 && (
        <p>
          <a href={page}>{texts(language).pages.moreClips(more)}</a>
        </p>
      )}
      {isOpen && (
        <p>
          <a href={page}>{feedTexts(language).perhapsMore}</a>
        </p>
      )}
    </>
  );
};

interface ClipProps extends Said {
  clip: ClipCard;
  /**
   * Where whole texts are asked for: the text, or null where it is too long for a feed or not there, and the page that
   * has it. Null for a summary.
   */
  whole: { blocks: readonly Block[] | null; page: string } | null;
}

const Whole = ({ clip, language, whole }: ClipProps) => {
  if (!whole) return <Summary clip={clip} />;
  if (whole.blocks)
    return (
      <div {...foreign(clip)}>
        <Blocks blocks={whole.blocks} marks={[]} images />
      </div>
    );
  return (
    <>
      <Summary clip={clip} />
      <p>
        <a href={whole.page}>{feedTexts(language).tooLong}</a>
      </p>
    </>
  );
};

const ClipEntry = (props: ClipProps) => {
  const { clip, language } = props;
  return (
    <>
      <Whole {...props} />
      <p>
        {clip.authors.length > 0 && `${texts(language).pages.by(clip.authors.join(', '))}. `}
        <Origin {...{ clip, language }} />
      </p>
    </>
  );
};

/** The entry of a day; everything that came from a page is escaped. */
export const dayEntryHtml = (props: DayProps): string => renderToString(<DayEntry {...props} />);

/** The entry of a clip; everything that came from a page is escaped. */
export const clipEntryHtml = (props: ClipProps): string => renderToString(<ClipEntry {...props} />);
