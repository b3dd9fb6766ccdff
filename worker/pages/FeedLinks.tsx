// The ways to feeds: each format, by days or by clips, with summaries or with whole texts.
import { FEED_FORMATS, type FeedFormat } from '../../shared/digest/feeds.ts';
import { feedTexts } from '../../shared/locales/feeds.ts';
import { texts } from '../../shared/locales/index.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { type FeedAddresses, type FormatAddresses, withTexts } from './feeds.ts';

interface FormatsProps {
  language: InterfaceLanguage;
  /** What the entries hold. */
  label: string;
  addressOf: (format: FeedFormat) => string;
  /** What the link to a format is called by itself. */
  nameOf: (format: string) => string;
}

/** One feed in each format. */
const FeedFormats = ({ language, label, addressOf, nameOf }: FormatsProps) => {
  const { feedFormats } = texts(language).pages;
  return (
    <span>
      <span>{label}</span>
      {FEED_FORMATS.map((format) => (
        <a href={addressOf(format)} aria-label={nameOf(feedFormats[format])} data-address>
          {feedFormats[format]}
        </a>
      ))}
    </span>
  );
};

interface Props {
  language: InterfaceLanguage;
  /** What the feeds are of. */
  name: string;
}

/** The feed of days. */
export const DayFeedLinks = ({ language, name, feed }: Props & { feed: FormatAddresses }) => {
  const t = feedTexts(language);
  return (
    <>
      <FeedFormats
        {...{ language }}
        label={t.days}
        addressOf={(format) => feed[format]}
        nameOf={(format) => t.dayFormatOf(format, name)}
      />
      <FeedFormats
        {...{ language }}
        label={t.dayTexts}
        addressOf={(format) => withTexts(feed[format])}
        nameOf={(format) => t.dayTextFormatOf(format, name)}
      />
    </>
  );
};

/** The feed of clips. */
export const ClipFeedLinks = ({ language, name, feed }: Props & { feed: FormatAddresses }) => {
  const t = feedTexts(language);
  return (
    <>
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
    </>
  );
};

/** All feeds of a part. */
export const FeedLinks = ({ language, name, feeds }: Props & { feeds: FeedAddresses }) => (
  <div class="feed-links">
    <DayFeedLinks {...{ language, name }} feed={feeds.daily} />
    <ClipFeedLinks {...{ language, name }} feed={feeds.clips} />
  </div>
);
