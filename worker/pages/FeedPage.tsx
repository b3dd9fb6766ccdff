// A feed as a person sees it who opens its address: what it is, how one follows it, and what is in it.
import { publishedDay } from '../../shared/digest/days.ts';
import type { Feed } from '../../shared/digest/feeds.ts';
import { feedTexts } from '../../shared/locales/feeds.ts';
import type { Library } from '../db/libraries.ts';
import { plainDay } from './dates.ts';
import { Layout } from './Layout.tsx';

interface Props extends Pick<Feed, 'title' | 'description' | 'self' | 'entries'> {
  library: Pick<Library, 'language' | 'zone'>;
}

export const FeedPage = ({ title, description, self, entries, library }: Props) => {
  const { language, zone } = library;
  const t = feedTexts(language);
  return (
    <Layout {...{ language, title }}>
      <main id="content" class="settings feed" data-copy={t.copyAddress} data-copied={t.copied}>
        <h1 dir="auto">{title}</h1>
        <p>{description}</p>
        <section>
          <p>{t.viewLead}</p>
          <label>
            {t.address}
            <input value={self} readonly data-address />
          </label>
        </section>
        {entries.length === 0 && <p>{t.nothing}</p>}
        <ol class="names">
          {entries.map(({ title: headline, language: its, url, published, authors }) => {
            const day = published && publishedDay(published, zone);
            return (
              <li>
                <a href={url} rel="noreferrer" lang={its ?? undefined} dir="auto">
                  {headline}
                </a>
                <span>{day && plainDay(day, language)}</span>
                {authors.length > 0 && (
                  <p class="note" dir="auto">
                    {authors.join(', ')}
                  </p>
                )}
              </li>
            );
          })}
        </ol>
      </main>
    </Layout>
  );
};
