// The frame of what a public link shows: no way into the workspace, no script, nothing from elsewhere.
import type { ComponentChildren } from 'preact';
import { FEED_FORMATS, FEED_TYPES } from '../../shared/digest/feeds.ts';
import { texts } from '../../shared/locales/index.ts';
import { shareTexts } from '../../shared/locales/share.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Mark } from '../../shared/ui/Mark.tsx';
import type { FormatAddresses } from './feeds.ts';

export interface Framed {
  language: InterfaceLanguage;
  /** The origin of this server. */
  origin: string;
  /** The workspace's name where it may be told, else null. */
  by: string | null;
  /** The feeds of what is shown; null where there are none. */
  feeds: FormatAddresses | null;
}

interface Props extends Framed {
  title: string;
  /** What a card of it says below its title. */
  description: string;
  isArticle?: boolean;
  children: ComponentChildren;
}

/** What programs make a card of that show a link (https://ogp.me). */
const Card = ({ title, description, origin, isArticle = false }: Props) => (
  <>
    <meta name="description" content={description} />
    <meta property="og:type" content={isArticle ? 'article' : 'website'} />
    <meta property="og:site_name" content="Dateline" />
    <meta property="og:title" content={title} />
    <meta property="og:description" content={description} />
    <meta property="og:image" content={`${origin}/icons/512.png`} />
    <meta property="og:image:width" content="512" />
    <meta property="og:image:height" content="512" />
    <meta property="og:image:alt" content="Dateline" />
    <meta name="twitter:card" content="summary" />
  </>
);

export const SharedFrame = (props: Props) => {
  const { language, title, by, feeds, children } = props;
  const { pages: t } = texts(language);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${title} · Dateline`}</title>
        <Card {...props} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={`/assets/${BUILD_ID}/pages.css`} />
        {feeds &&
          FEED_FORMATS.map((format) => (
            <link
              rel="alternate"
              type={FEED_TYPES[format]}
              title={t.feedFormats[format]}
              href={feeds[format]}
            />
          ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {t.skip}
        </a>
        <div class="wrap">
          <header class="bar">
            <span class="mark">
              <Mark />
            </span>
            {by !== null && <span dir="auto">{shareTexts(language).by(by)}</span>}
          </header>
          {children}
        </div>
      </body>
    </html>
  );
};
