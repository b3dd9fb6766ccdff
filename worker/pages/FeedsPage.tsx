// All feeds of a workspace that a person can follow.
import { feedTexts } from '../../shared/locales/feeds.ts';
import { texts } from '../../shared/locales/index.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { ClipFeedLinks, DayFeedLinks, FeedLinks } from './FeedLinks.tsx';
import { FEED_PARTS, type FeedList, feedsAddress, type PartFeed } from './feeds.ts';
import { Layout } from './Layout.tsx';

interface Props {
  workspace: string;
  language: InterfaceLanguage;
  list: FeedList;
  /** How many tags and how many collections are listed. */
  most: number;
  /** Who owns the workspace can make the addresses void. */
  isOwner: boolean;
}

const Part = ({ name, page, feeds, language }: PartFeed & { language: InterfaceLanguage }) => (
  <li>
    {page === null ? (
      <b dir="auto">{name}</b>
    ) : (
      <a href={page} dir="auto">
        {name}
      </a>
    )}
    <FeedLinks {...{ name, feeds, language }} />
  </li>
);

const Own = ({ list: { own, calendar }, language }: Pick<Props, 'list' | 'language'>) => {
  const t = feedTexts(language);
  const { feedKinds } = texts(language).pages;
  const { daily, clips } = feedKinds;
  return (
    <ul class="names">
      <li>
        <b>{daily.title}</b>
        <div class="feed-links">
          <DayFeedLinks name={t.library} feed={own.daily} language={language} />
        </div>
      </li>
      <li>
        <b>{clips.title}</b>
        <div class="feed-links">
          <ClipFeedLinks name={clips.title} feed={own.clips} language={language} />
        </div>
      </li>
      <li>
        <b>{t.calendar}</b>
        <p class="note">
          {t.calendarLead}:{' '}
          <a href={calendar} aria-label={t.calendarFile} data-address>
            days.ics
          </a>
        </p>
      </li>
    </ul>
  );
};

const Renew = ({ workspace, language }: Pick<Props, 'workspace' | 'language'>) => {
  const t = feedTexts(language);
  return (
    <details class="change">
      <summary>{t.renewTitle}</summary>
      <form method="post" action={`${feedsAddress(workspace)}/renew`}>
        <p>{t.renewLead}</p>
        <button class="quiet">{t.renew}</button>
      </form>
    </details>
  );
};

export const FeedsPage = ({ workspace, language, list, most, isOwner }: Props) => {
  const t = feedTexts(language);
  return (
    <Layout
      {...{ language, workspace }}
      here="settings"
      title={texts(language).pages.feeds}
      feeds={list.own}
    >
      <main id="content" class="settings feeds" data-copy={t.copyAddress} data-copied={t.copied}>
        <h1>{texts(language).pages.feeds}</h1>
        <p>
          {t.lead} {t.secret}
        </p>
        <p>
          <a class="way" href={`${feedsAddress(workspace)}.opml`} download="dateline.opml">
            {t.outline}
          </a>
        </p>
        <section>
          <h2>{t.library}</h2>
          <Own {...{ list, language }} />
        </section>
        {FEED_PARTS.filter((part) => list[part].length > 0).map((part) => (
          <section>
            <h2>{t.parts[part]}</h2>
            <ul class="names">
              {list[part].map((one) => (
                <Part {...one} language={language} />
              ))}
            </ul>
            {list[part].length === most && <p class="note">{t.further(most)}</p>}
          </section>
        ))}
        {isOwner && <Renew {...{ workspace, language }} />}
      </main>
    </Layout>
  );
};
