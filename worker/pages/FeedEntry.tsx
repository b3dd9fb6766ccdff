// The body of a day's feed entry: HTML that stands without styles.
import { renderToString } from 'preact-render-to-string';
import { texts } from '../../shared/locales/index.ts';
import type { Digest } from '../../shared/schema/digest.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { foreign, siteOf } from './Clip.tsx';
import { groupName } from './groups.ts';

const FeedEntry = ({ digest, language, origin }: EntryProps) => (
  <>
    {digest.groups.map((group) => (
      <>
        <h2>{groupName(group, language)}</h2>
        {group.stories
          .flatMap((story) => story.clips)
          .map((clip) => (
            <>
              <h3 {...foreign(clip)}>
                <a href={`${origin}/w/${digest.workspace}/clip/${clip.id}`}>{clip.title}</a>
              </h3>
              {clip.summary.map((sentence) => (
                <p {...foreign(clip)}>{sentence}</p>
              ))}
              <p>
                <a href={clip.url}>{siteOf(clip)}</a>
                {clip.attribution && ` (${texts(language).article.takenFrom(clip.attribution)})`}
              </p>
            </>
          ))}
      </>
    ))}
  </>
);

interface EntryProps {
  digest: Digest;
  language: InterfaceLanguage;
  origin: string;
}

/** The entry of a day as HTML; everything that came from a page is escaped. */
export const feedEntryHtml = (props: EntryProps): string =>
  renderToString(<FeedEntry {...props} />);
