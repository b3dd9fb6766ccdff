// A tag or a collection: its clips, and what can be made of it.
import { daysTexts } from '../../shared/locales/days.ts';
import { importTexts } from '../../shared/locales/imports.ts';
import { libraryTexts } from '../../shared/locales/library.ts';
import { MAX_DESCRIPTION } from '../../shared/schema/collection.ts';
import { MAX_NAME } from '../../shared/schema/filing.ts';
import { COUNTED, type Named, type Noun } from '../../shared/schema/named.ts';
import type { Setting } from './Clip.tsx';
import { fullDay } from './dates.ts';
import { FeedLinks } from './FeedLinks.tsx';
import type { FeedAddresses } from './feeds.ts';
import { Layout } from './Layout.tsx';
import { Meanwhile, REFUSED } from './Meanwhile.tsx';
import { nameAddress, namesAddress } from './NamesPage.tsx';
import { ShareLink } from './ShareLink.tsx';
import { ShelfList, type Shown } from './ShelfList.tsx';
import { spanAddress } from './Span.tsx';
import { Told, type TellsOf } from './Told.tsx';

interface Own {
  setting: Setting;
  noun: Noun;
  name: Named;
}

interface Props extends Own {
  /** With the newest day of a collection that has any. */
  name: Named & { newestDay: string | null };
  clips: readonly Shown[];
  /** Where the list goes on; null at its end. */
  next: string | null;
  isFirst: boolean;
  /** The address of this list. */
  here: string;
  told: TellsOf | null;
  mayWrite: boolean;
  /** The name that another one has already that this one was to be given; null where none was. */
  taken: string | null;
  /** The description that was typed, where somebody else has written another one meanwhile; else null. */
  typed: string | null;
  /** Its feeds. */
  feeds: FeedAddresses;
}

const Merge = ({ setting, noun, name, taken }: Own & { taken: string }) => {
  const { names: t } = libraryTexts(setting.language);
  const own = nameAddress(setting.workspace, noun, name.name);
  return (
    <form method="post" action={own} class="note">
      <p>{t.mergeAsk(name.name, taken, t.clips(name.clips, COUNTED))}</p>
      <p>{t.mergedEnds[noun]}</p>
      <input type="hidden" name="into" value={taken} />
      <div class="buttons">
        <button name="do" value="merge">
          {t.merge}
        </button>
        <a class="way" href={own}>
          {t.keep}
        </a>
      </div>
    </form>
  );
};

const Change = ({ setting, noun, name, typed }: Own & Pick<Props, 'typed'>) => {
  const { names: t } = libraryTexts(setting.language);
  const own = nameAddress(setting.workspace, noun, name.name);
  const clips = t.clips(name.clips, COUNTED);
  return (
    <details class="change" open={typed !== null}>
      <summary>{t.change}</summary>
      <form method="post" action={own}>
        <label>
          {t.name}
          <input name="name" value={name.name} maxlength={MAX_NAME} required />
        </label>
        <button class="quiet" name="do" value="rename">
          {t.rename}
        </button>
      </form>
      {noun === 'collection' && (
        <form method="post" action={own}>
          {typed !== null && (
            <Meanwhile>
              {t.describedMeanwhile} <b dir="auto">{name.description || t.describedAway}</b>
            </Meanwhile>
          )}
          <input type="hidden" name="shown" value={name.description} />
          <label>
            {t.description}
            <textarea
              name="description"
              maxlength={MAX_DESCRIPTION}
              rows={3}
              {...(typed !== null && REFUSED)}
            >
              {typed ?? name.description}
            </textarea>
          </label>
          <button class="quiet" name="do" value="describe">
            {t.describe}
          </button>
        </form>
      )}
      <form method="post" action={own}>
        <p>
          {noun === 'tag' ? t.deleteTag(clips) : t.deleteCollection(clips)} {t.deletedEnds[noun]}
        </p>
        <button class="quiet" name="do" value="delete">
          {t.delete}
        </button>
      </form>
    </details>
  );
};

const NewestDay = ({
  day,
  setting: { workspace, language },
  name,
}: Omit<Own, 'noun'> & { day: string }) => (
  <p>
    <a href={spanAddress({ workspace, axis: 'published', collection: name.name }, 'day', day)}>
      {`${daysTexts(language).ofCollection.byDay}: ${fullDay(day, language)}`}
    </a>
  </p>
);

/** The order of a collection, one step at a time. */
const Order = ({ setting, noun, name, clips, here }: Own & Pick<Props, 'clips' | 'here'>) => {
  const { names: t } = libraryTexts(setting.language);
  return (
    <details class="change">
      <summary>{t.order}</summary>
      <p>{t.orderLead}</p>
      <form method="post" action={nameAddress(setting.workspace, noun, name.name)}>
        <input type="hidden" name="here" value={here} />
        <ol class="names">
          {clips.map(({ item }) => (
            <li>
              <span dir="auto">{item.title}</span>
              <span class="own">
                <button class="quiet" name="up" value={item.id} aria-label={t.upOf(item.title)}>
                  {t.up}
                </button>
                <button class="quiet" name="down" value={item.id} aria-label={t.downOf(item.title)}>
                  {t.down}
                </button>
              </span>
            </li>
          ))}
        </ol>
      </form>
    </details>
  );
};

export const NamePage = (props: Props) => {
  const { setting, noun, name, clips, next, isFirst, here, told, mayWrite, taken, typed, feeds } =
    props;
  const { workspace, language } = setting;
  const { names: t } = libraryTexts(language);
  const shared = importTexts(language);
  const own = nameAddress(workspace, noun, name.name);
  return (
    <Layout {...{ language, workspace }} here="library" title={name.name} script="library">
      <main id="content" class="library">
        <p class="meta">
          <a href={namesAddress(workspace, noun)}>{noun === 'tag' ? t.tags : t.collections}</a>
        </p>
        <h1 dir="auto">{name.name}</h1>
        {name.description && <p dir="auto">{name.description}</p>}
        <p class="meta">{t.clips(name.clips, COUNTED)}</p>
        {name.newestDay !== null && <NewestDay day={name.newestDay} {...{ setting, name }} />}
        <FeedLinks {...{ feeds, language }} name={name.name} />
        {mayWrite && noun === 'collection' && (
          <ShareLink of={{ kind: 'collection', name: name.name }} {...setting} />
        )}
        {taken !== null && <Merge {...{ setting, noun, name, taken }} />}
        {told !== null && <Told told={told} language={language} />}
        {clips.length === 0 && <p>{isFirst ? t.noClips : shared.noOlder}</p>}
        {clips.length > 0 && <ShelfList {...{ clips, setting, here }} mayFile={mayWrite} />}
        {(next !== null || !isFirst) && (
          <nav class="pages" aria-label={name.name}>
            {isFirst ? (
              <span />
            ) : (
              <a class="way" href={own}>
                {shared.newestFirst}
              </a>
            )}
            {next !== null && (
              <a class="way" rel="next" href={`${own}?before=${encodeURIComponent(next)}`}>
                {shared.older}
              </a>
            )}
          </nav>
        )}
        {mayWrite && noun === 'collection' && clips.length > 1 && (
          <Order {...{ setting, noun, name, clips, here }} />
        )}
        {mayWrite && <Change {...{ setting, noun, name, typed }} />}
      </main>
    </Layout>
  );
};
