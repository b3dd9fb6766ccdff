// The frame of every page.
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { FEED_FORMATS, FEED_TYPES } from '../../shared/digest/feeds.ts';
import { activityTexts } from '../../shared/locales/activity.ts';
import { importTexts } from '../../shared/locales/imports.ts';
import { texts } from '../../shared/locales/index.ts';
import { teamTexts } from '../../shared/locales/teams.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { Mark } from '../../shared/ui/Mark.tsx';
import { FEED_KINDS, type FeedAddresses } from './feeds.ts';
import { SearchField } from './SearchField.tsx';

interface Props {
  language: InterfaceLanguage;
  title: string;
  /** The workspace that the page belongs to; without one there is nowhere to go but home. */
  workspace?: string;
  here?: 'day' | 'library' | 'activity' | 'search' | 'settings';
  /** How much others of the team have done since the reader's visit before, where that is known. */
  news?: number;
  /** The page's own script, beside the one that all pages have. */
  script?: 'account' | 'import' | 'settings' | 'library' | 'reader';
  feeds?: FeedAddresses;
  children: ComponentChildren;
}

/**
 * The name of the workspace whose page is shown, for who belongs to others too; null for who has nowhere to switch to.
 * Pages do not hand it on: it follows from who asks and not from what is shown.
 */
export const Whereabouts = createContext<string | null>(null);

/** Whether others belong to the workspace whose page is shown: that, too, follows from who asks. */
export const IsTeam = createContext(false);

const Navigation = ({
  language,
  workspace,
  here,
  news = 0,
}: Pick<Props, 'language' | 'workspace' | 'here' | 'news'>) => {
  const { pages: t } = texts(language);
  const { page: activity } = activityTexts(language);
  const isTeam = useContext(IsTeam);
  return (
    <nav aria-label={t.navigation}>
      <a href="/" aria-current={here === 'day' ? 'page' : undefined}>
        {t.byDay}
      </a>
      <a href={`/w/${workspace}/library`} aria-current={here === 'library' ? 'page' : undefined}>
        {importTexts(language).library}
      </a>
      {isTeam && (
        <a
          href={`/w/${workspace}/activity`}
          aria-current={here === 'activity' ? 'page' : undefined}
        >
          {activity.title}
          {news > 0 && <span class="news">{activity.news(news)}</span>}
        </a>
      )}
      <a href={`/w/${workspace}/settings`} aria-current={here === 'settings' ? 'page' : undefined}>
        {t.settings}
      </a>
    </nav>
  );
};

export const Layout = ({
  language,
  title,
  workspace,
  here,
  news,
  script,
  feeds,
  children,
}: Props) => {
  const { pages: t } = texts(language);
  const name = useContext(Whereabouts);
  const assets = `/assets/${BUILD_ID}`;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Dateline`}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icons/180.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <link rel="stylesheet" href={`${assets}/pages.css`} />
        <script type="module" src={`${assets}/pages.js`} />
        {script && <script type="module" src={`${assets}/${script}.js`} />}
        {feeds &&
          FEED_KINDS.flatMap((kind) =>
            FEED_FORMATS.map((format) => (
              <link
                rel="alternate"
                type={FEED_TYPES[format]}
                title={t.feedOf(t.feedKinds[kind].title, t.feedFormats[format])}
                href={feeds[kind][format]}
              />
            )),
          )}
      </head>
      <body>
        <a class="skip" href="#content">
          {t.skip}
        </a>
        <div class="wrap">
          <header class="bar">
            <a class="mark" href="/">
              <Mark />
            </a>
            {name !== null && (
              <a
                class="whereabouts"
                href="/workspaces"
                aria-label={teamTexts(language).switchFrom(name)}
              >
                <span dir="auto">{name}</span>
              </a>
            )}
            {workspace && (
              <Navigation
                {...{ language, workspace }}
                {...(here && { here })}
                {...(news && { news })}
              />
            )}
            {workspace && here !== 'search' && <SearchField {...{ workspace, language }} />}
          </header>
          {children}
        </div>
      </body>
    </html>
  );
};
