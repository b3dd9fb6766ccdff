// The form that gives clips of the library other tags and collections.
import { useEffect, useRef, useState } from 'preact/hooks';
import { texts as textsOf } from '../../../shared/locales/index.ts';
import { type Filing, MAX_COLLECTIONS, MAX_TAGS } from '../../../shared/schema/filing.ts';
import type { FilingNames } from '../../../shared/schema/filing-write.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { Names } from '../../features/filing/Names.tsx';

export interface TaggingState {
  /** Of the clips that are meant. */
  ids: readonly string[];
  title: string;
  /** What it begins with: that of one clip, nothing for many. */
  filing: Filing;
  /** What there is to choose from. */
  names: FilingNames;
}

interface TaggingProps {
  tagging: TaggingState;
  language: InterfaceLanguage;
  onFile: (ids: readonly string[], from: Filing, to: Filing) => void;
  onClose: () => void;
}

export const Tagging = ({ tagging, language, onFile, onClose }: TaggingProps) => {
  const texts = textsOf(language);
  const { filing: words } = texts;
  const dialog = useRef<HTMLDialogElement>(null);
  const [filing, setFiling] = useState(tagging.filing);
  // What is still being typed counts when its field is left, which the button does first.
  const latest = useRef(filing);
  const set = (change: Partial<Filing>): void => {
    latest.current = { ...latest.current, ...change };
    setFiling(latest.current);
  };
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('input')?.focus();
  }, []);
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="tagging-title" onClose={onClose}>
      <h2 id="tagging-title" dir="auto">
        {tagging.title}
      </h2>
      <form method="dialog" onSubmit={() => onFile(tagging.ids, tagging.filing, latest.current)}>
        <Names
          id="tagging-tags"
          label={words.tags}
          chosen={filing.tags}
          known={tagging.names.tags}
          max={MAX_TAGS}
          texts={texts}
          onChange={(tags) => set({ tags: [...tags] })}
        />
        <Names
          id="tagging-collections"
          label={words.collections}
          chosen={filing.collections}
          known={tagging.names.collections}
          max={MAX_COLLECTIONS}
          texts={texts}
          onChange={(collections) => set({ collections: [...collections] })}
        />
        <div class="row">
          <button type="submit" class="strong">
            {texts.correct.apply}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {texts.panel.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
};
