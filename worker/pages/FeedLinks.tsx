// The ways to a feed of clips: each format, with summaries or with whole texts.
import { FEED_FORMATS, type FeedFormat } from '../../shared/digest/feeds.ts';
import { feedTexts } from '../../shared/locales/feeds.ts';
import { texts } from '../../shared/locales/index.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { type FormatAddresses, withTexts } from './feeds.ts';

interface FormatsProps {
  language: InterfaceLanguage;
  /** What the entries hold. */
  label: string;
  addressOf: (format: FeedFormat) => string;
  /** What the link to a format is called by itself. */
  nameOf: (format: string) => string;
}

/** One feed in each format. */
export const FeedFormats = ({ language, label, addressOf, nameOf }: FormatsProps) => {
  const { feedFormats } = texts(language).pages;
  return (
    <span>
      <span>{label}</span>
      {FEED_FORMATS.map((format) => (
        <a href={addressOf(format)} aria-label={nameOf(feedFormats[format])}>
          {feedFormats[format]}
        </a>
      ))}
    </span>
  );
};

interface Props {
  language: InterfaceLanguage;
  /** What the feed is of. */
  name: string;
  feed: FormatAddresses;
}

export const FeedLinks = ({ language, name, feed }: Props) => {
  const t = feedTexts(language);
  return (
    <div class="feed-links">
      <FeedFormats
        {...{ language }}
        label={t.summaries}
        addressOf={(format) => feed[format]}
        nameOf={(format) => t.formatOf(format, name)}
      />
      <FeedFormats
        {...{ language }}
        label={t.texts}
        addressOf={(format) => withTexts(feed[format])}
        nameOf={(format) => t.textFormatOf(format, name)}
      />
    </div>
  );
};
