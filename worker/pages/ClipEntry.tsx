// The entry of a clip in a feed: HTML that stands without styles.
import { renderToString } from 'preact-render-to-string';
import { feedTexts } from '../../shared/locales/feeds.ts';
import { texts } from '../../shared/locales/index.ts';
import type { Block } from '../../shared/schema/block.ts';
import type { ClipCard } from '../../shared/schema/digest.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Blocks } from '../../shared/ui/Blocks.tsx';
import { siteOf } from '../../shared/digest/site.ts';
import { foreign } from './Clip.tsx';

interface Said {
  language: InterfaceLanguage;
}

const Summary = ({ clip }: { clip: ClipCard }) => (
  <>
    {clip.summary.map((sentence) => (
      <p {...foreign(clip)}>{sentence}</p>
    ))}
  </>
);

const Origin = ({ clip, language }: Said & { clip: ClipCard }) => (
  <>
    <a href={clip.url}>{siteOf(clip)}</a>
    {clip.attribution && ` (${texts(language).article.takenFrom(clip.attribution)})`}
  </>
);

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

/** The entry of a clip; everything that came from a page is escaped. */
export const clipEntryHtml = (props: ClipProps): string => renderToString(<ClipEntry {...props} />);
