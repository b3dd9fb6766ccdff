// The clips of a shelf, with what can be done with each and with many: complete without a script.
import { activityTexts } from '../../shared/locales/activity.ts';
import { importTexts } from '../../shared/locales/imports.ts';
import { libraryTexts } from '../../shared/locales/library.ts';
import type { LibraryItem } from '../../shared/schema/library.ts';
import type { Reading } from '../../shared/schema/reading.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { KeyList } from '../../shared/ui/KeyList.tsx';
import { Sections } from '../../shared/ui/Sections.tsx';
import { siteOf } from '../../shared/digest/site.ts';
import { foreign, type Setting } from './Clip.tsx';
import { plainDay } from './dates.ts';
import { nameAddress } from './NamesPage.tsx';
import type { View } from './Views.tsx';

export interface Shown {
  item: LibraryItem;
  reading: Reading;
}

interface Props {
  clips: readonly Shown[];
  setting: Setting;
  /** Whether the person may file clips. */
  mayFile: boolean;
  /** Whether the person may keep in another workspace. */
  canCopy?: boolean;
  /** The address of this list, to come back to. */
  here: string;
  view?: View;
}

const Facts = ({ clip, setting }: { clip: LibraryItem; setting: Setting }) => {
  const t = importTexts(setting.language);
  return (
    <p class="meta">
      <b {...foreign(clip)}>{siteOf(clip)}</b>
      {clip.section.length > 0 && (
        <span class="sections" {...foreign(clip)}>
          <Sections names={clip.section} />
        </span>
      )}
      <span>{t.keptOn(plainDay(clip.keptDay, setting.language))}</span>
      {!clip.filled && (
        <a
          href={`/w/${setting.workspace}/clip/${clip.id}`}
          aria-label={t.addressOnlyOf(clip.title)}
        >
          {t.addressOnly}
        </a>
      )}
      {clip.tags.map((tag) => (
        <a class="tag" dir="auto" href={nameAddress(setting.workspace, 'tag', tag)}>
          {tag}
        </a>
      ))}
    </p>
  );
};

/** What a person does with one clip: buttons of a form that goes to the library. */
export const OwnActs = ({
  item,
  reading,
  language,
}: {
  item: Pick<LibraryItem, 'id' | 'title'>;
  reading: Reading;
  language: InterfaceLanguage;
}) => {
  const t = libraryTexts(language);
  const isDone = reading.state === 'done';
  const button = (act: string, words: string, isPressed: boolean, asks: string) => (
    <button
      class="quiet"
      name="one"
      value={`${asks} ${item.id}`}
      aria-pressed={isPressed}
      aria-label={t.of(words, item.title)}
      data-act={act}
    >
      {words}
    </button>
  );
  return (
    <div class="own">
      {button('done', t.done, isDone, isDone ? 'to-read' : 'done')}
      {button('star', t.star, reading.starred, reading.starred ? 'unstar' : 'star')}
    </div>
  );
};

const Item = ({ item, reading, setting, view }: Shown & { setting: Setting; view: View }) => {
  const t = libraryTexts(setting.language);
  const own = `/w/${setting.workspace}/clip/${item.id}`;
  const isDone = reading.state === 'done';
  return (
    <li data-clip={item.id} data-done={isDone || undefined}>
      <input type="checkbox" name="clip" value={item.id} aria-label={t.choose(item.title)} />
      <div>
        <h2 {...foreign(item)}>
          <a
            href={item.filled ? own : item.url}
            rel={item.filled ? undefined : 'noreferrer'}
            data-open
          >
            {item.title}
          </a>
        </h2>
        {view === 'cards' && item.summary[0] && (
          <p class="extract" {...foreign(item)}>
            {item.summary[0]}
          </p>
        )}
        <Facts clip={item} setting={setting} />
      </div>
      <OwnActs item={item} reading={reading} language={setting.language} />
    </li>
  );
};

/** A button for all that are chosen. */
const Press = ({ act, children }: { act: string; children: string }) => (
  <button class="quiet" name="do" value={act}>
    {children}
  </button>
);

/** What is done with all that are chosen. The first button is the one that Enter in the field presses. */
const Many = ({
  setting,
  mayFile,
  canCopy = false,
}: Pick<Props, 'setting' | 'mayFile' | 'canCopy'>) => {
  const t = libraryTexts(setting.language);
  return (
    <fieldset class="many">
      <legend>{t.many}</legend>
      <output data-chosen />
      {mayFile && (
        <>
          <input
            name="name"
            aria-label={t.name}
            placeholder={t.name}
            maxlength={100}
            autocomplete="off"
          />
          <Press act="tag">{t.tag}</Press>
          <Press act="untag">{t.untag}</Press>
          <Press act="collect">{t.collect}</Press>
        </>
      )}
      <Press act="done">{t.done}</Press>
      <Press act="to-read">{t.toRead}</Press>
      <Press act="star">{t.star}</Press>
      <Press act="unstar">{t.unstar}</Press>
      {canCopy && (
        <button class="quiet" formaction={`/w/${setting.workspace}/copies`}>
          {activityTexts(setting.language).copy.action}
        </button>
      )}
      {mayFile && (
        <button class="quiet" type="button" hidden data-delete>
          {t.delete}
        </button>
      )}
    </fieldset>
  );
};

export const ShelfList = ({
  clips,
  setting,
  mayFile,
  canCopy = false,
  here,
  view = 'cards',
}: Props) => {
  const t = libraryTexts(setting.language);
  return (
    <>
      <form
        method="post"
        action={`/w/${setting.workspace}/library`}
        data-workspace={setting.workspace}
      >
        <input type="hidden" name="here" value={here} />
        <Many {...{ setting, mayFile, canCopy }} />
        <output class="told" data-failed={t.failed} />
        <ol class={view === 'list' ? 'dense choosable lines' : 'dense choosable'} data-endless>
          {clips.map((clip) => (
            <Item {...clip} {...{ setting, view }} />
          ))}
        </ol>
      </form>
      <button class="quiet keys" type="button" hidden data-keys>
        {t.keys} <kbd>?</kbd>
      </button>
      <dialog class="keys" aria-labelledby="keys-title">
        <KeyList language={setting.language}>
          <input type="checkbox" data-keys-on />
        </KeyList>
      </dialog>
    </>
  );
};
