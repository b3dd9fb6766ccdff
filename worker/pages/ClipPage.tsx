// A clip to be read: facts, summary, the whole body, and the way to the original.
import { activityTexts } from '../../shared/locales/activity.ts';
import { highlightTexts } from '../../shared/locales/highlight.ts';
import { clipTexts } from '../../shared/locales/clip.ts';
import { importTexts } from '../../shared/locales/imports.ts';
import { texts } from '../../shared/locales/index.ts';
import { libraryTexts } from '../../shared/locales/library.ts';
import { readerTexts } from '../../shared/locales/reader.ts';
import { dayIn, publishedDay, publishedTime } from '../../shared/digest/days.ts';
import { readingMinutes } from '../../shared/text/reading.ts';
import type { Clip } from '../../shared/schema/clip.ts';
import type { ClipHistory } from '../../shared/schema/history.ts';
import type { Highlight, TeamHighlight } from '../../shared/schema/highlight.ts';
import type { ReaderPage, ReaderSetting, TeamNote } from '../../shared/schema/reader.ts';
import type { Reading } from '../../shared/schema/reading.ts';
import { summaryMarks } from '../../shared/ui/marks.ts';
import { HighlightedReader } from '../../shared/ui/highlight/HighlightedReader.tsx';
import { SectionPath } from '../../shared/ui/SectionPath.tsx';
import { TakenFrom } from '../../shared/ui/TakenFrom.tsx';
import { siteOf } from '../../shared/digest/site.ts';
import { About } from './About.tsx';
import { type Belonging, BelongingOf } from './Belonging.tsx';
import { foreign, type Setting } from './Clip.tsx';
import { fullDay, plainDay } from './dates.ts';
import { categoryName } from './groups.ts';
import { Layout } from './Layout.tsx';
import { nameAddress } from './NamesPage.tsx';
import { type People, personName } from './people.ts';
import { RemoveClip } from './Removed.tsx';
import { ShareLink } from './ShareLink.tsx';
import { OwnActs } from './ShelfList.tsx';

const Published = ({ clip, setting }: { clip: Clip; setting: Setting }) => {
  const { article } = texts(setting.language);
  const day = clip.published && publishedDay(clip.published, setting.zone);
  if (!clip.published || !day) return <span>{article.noDate}</span>;
  const time = publishedTime(clip.published, setting.zone);
  return (
    <span>
      <a href={`/w/${setting.workspace}/day/${clip.day}`}>{fullDay(day, setting.language)}</a>
      {time && ` ${time}`}
    </span>
  );
};

const Facts = ({ clip, setting }: { clip: Clip; setting: Setting }) => {
  const { article, pages: t } = texts(setting.language);
  return (
    <p class="meta">
      <b {...foreign(clip)}>{siteOf(clip)}</b>
      {clip.filled && <Published clip={clip} setting={setting} />}
      {clip.authors.length > 0 && <span>{t.by(clip.authors.join(', '))}</span>}
      {clip.attribution && (
        <TakenFrom words={article.takenFrom(clip.attribution)} url={clip.attributionUrl} />
      )}
      {clip.filled && <span>{article.minutes(readingMinutes(clip.words, clip.language))}</span>}
      <span>{t.kept(plainDay(clip.keptDay, setting.language))}</span>
    </p>
  );
};

const Summary = ({ clip, setting }: { clip: Clip; setting: Setting }) => {
  const { pages: t } = texts(setting.language);
  if (clip.summary.length === 0 && clip.terms.length === 0) return null;
  return (
    <section class="digest" aria-label={t.summary}>
      {clip.summary.length > 0 && (
        <ol class="sum" {...foreign(clip)}>
          {clip.summary.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ol>
      )}
      {clip.terms.length > 0 && (
        <ul class="terms" aria-label={t.terms} {...foreign(clip)}>
          {clip.terms.map((term) => (
            <li>{term}</li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Filed = ({
  clip: { folder, tags, collections },
  setting,
}: {
  clip: Clip;
  setting: Setting;
}) => {
  const t = importTexts(setting.language);
  if (folder.length + tags.length + collections.length === 0) return null;
  return (
    <div class="filed">
      {folder.length > 0 && (
        <p class="meta" dir="auto">
          {t.folder(folder.join(' › '))}
        </p>
      )}
      {collections.length > 0 && (
        <ul class="terms" aria-label={libraryTexts(setting.language).names.collections}>
          {collections.map((collection) => (
            <li dir="auto">
              <a href={nameAddress(setting.workspace, 'collection', collection)}>{collection}</a>
            </li>
          ))}
        </ul>
      )}
      {tags.length > 0 && (
        <ul class="terms" aria-label={t.tags}>
          {tags.map((tag) => (
            <li dir="auto">
              <a href={nameAddress(setting.workspace, 'tag', tag)}>{tag}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

const nothing = (): void => undefined;

/** The text, whole as it is; the page's script makes its controls work. */
const Text = ({ clip, setting, reader, keep, reading, ...marked }: ClipPageProps) => {
  const { highlights, people } = marked;
  const hasTeam = people.size > 1;
  const { zone, language: interfaceLanguage } = setting;
  const team = marked.team.map(({ account, at, ...highlight }): TeamNote => {
    const name = personName(people, account, interfaceLanguage);
    const day = plainDay(dayIn(new Date(at), zone), interfaceLanguage);
    return { ...highlight, by: activityTexts(interfaceLanguage).by(name, day) };
  });
  const { title, language, leadImage, blocks, spans: sentences } = clip;
  const article = { title, language, leadImage, blocks };
  const page: ReaderPage = {
    article,
    sentences,
    highlights: [...highlights],
    team,
    hasTeam,
    writes: { workspace: setting.workspace, keep },
    setting: reader,
    place: {
      address: `/api/w/${setting.workspace}/clips/${clip.id}/reading`,
      block: reading.place,
    },
  };
  return (
    <div data-reader={JSON.stringify(page)}>
      <HighlightedReader
        highlights={highlights}
        team={team}
        hasTeam={hasTeam}
        highlightTexts={highlightTexts(setting.language)}
        onHighlight={null}
        article={article}
        marks={summaryMarks(sentences)}
        setting={reader}
        texts={readerTexts(setting.language)}
        speech={null}
        onSetting={nothing}
        onPrint={nothing}
      />
    </div>
  );
};

interface ClipPageProps {
  clip: Clip;
  setting: Setting;
  /** How the person likes texts to be set. */
  reader: ReaderSetting;
  /** What the person does with it. */
  reading: Reading;
  /** What the person has marked in it. */
  highlights: readonly Highlight[];
  /** What others show to the team. */
  team: readonly TeamHighlight[];
  /** A keep of it, which a highlight names. */
  keep: string;
  belonging: Belonging;
  history: ClipHistory;
  /** The account of who reads this. */
  account: string;
  people: People;
  /** Whether the person may keep in another workspace. */
  canCopy: boolean;
  mayWrite: boolean;
  /** Whether it was corrected just now. */
  isCorrected: boolean;
}

export const ClipPage = (props: ClipPageProps) => {
  const { clip, setting, belonging, history, account, people, mayWrite } = props;
  const { reading, isCorrected, canCopy } = props;
  const { pages: t, category } = texts(setting.language);
  const { language, workspace } = setting;
  const topic = categoryName(clip.category, language);
  const hasText = clip.filled && clip.blocks.length > 0;
  const own = `/w/${workspace}/clip/${clip.id}`;
  const library = `/w/${workspace}/library`;
  const more = clipTexts(language);
  return (
    <Layout {...{ language, workspace }} title={clip.title} {...(hasText && { script: 'reader' })}>
      <main id="content" class="clip">
        {/* The page's script says where they lead, and shows them then. */}
        <nav class="around" aria-label={more.around} data-neighbours hidden>
          <a href={library} data-way="prev">
            {more.previous}
          </a>
          <a href={library} data-way="list">
            {more.backToList}
          </a>
          <a href={library} data-way="next">
            {more.next}
          </a>
        </nav>
        <SectionPath
          section={clip.section}
          lang={clip.language}
          topic={topic === null ? null : category.topic(topic)}
        />
        <h1 {...foreign(clip)}>{clip.title}</h1>
        <Facts clip={clip} setting={setting} />
        <form method="post" action={library} class="acts">
          <input type="hidden" name="here" value={own} />
          <OwnActs item={clip} {...{ reading, language }} />
          {clip.filled && (
            <div class="own">
              {mayWrite && <a href={`${own}/correct`}>{more.correct}</a>}
              <a href={`${own}/markdown`} data-copy={more.copyMarkdown} data-copied={more.copied}>
                {more.asMarkdown}
              </a>
            </div>
          )}
        </form>
        {isCorrected && (
          <p class="note">
            <output>{more.saved}</output>
          </p>
        )}
        <Summary clip={clip} setting={setting} />
        {hasText && <Text {...props} />}
        {clip.filled && clip.blocks.length === 0 && <p class="note">{t.noBody}</p>}
        {!clip.filled && <p>{importTexts(language).unfilled}</p>}
        {clip.truncated && <p class="note">{t.truncated}</p>}
        <p>
          <a class="way" href={clip.url} rel="noreferrer">
            {t.original(siteOf(clip))}
          </a>
        </p>
        <Filed clip={clip} setting={setting} />
        <BelongingOf {...belonging} {...{ setting, mayWrite }} id={clip.id} />
        {mayWrite && <ShareLink of={{ kind: 'clip', id: clip.id }} {...setting} />}
        <About {...{ clip, setting, history, account, people }} />
        {canCopy && (
          <form class="remove" method="post" action={`/w/${workspace}/copies`}>
            <input type="hidden" name="clip" value={clip.id} />
            <input type="hidden" name="here" value={own} />
            <button class="quiet">{activityTexts(language).copy.action}</button>
          </form>
        )}
        {mayWrite && <RemoveClip id={clip.id} setting={setting} />}
      </main>
    </Layout>
  );
};
