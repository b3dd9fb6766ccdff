// What can be done with a clip of the library: at once here, and there in its turn.
import { libraryTexts } from '../../../shared/locales/library.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import type { Listed } from '../../features/library/listed.ts';

/** By the ids of clips. */
export interface ActActions {
  onDone: (ids: readonly string[], isDone: boolean) => void;
  onStar: (ids: readonly string[], isStarred: boolean) => void;
  /** Opens the form for tags and collections; null closes it. */
  onTagging: (ids: readonly string[] | null) => void;
  onDelete: (ids: readonly string[]) => void;
  /** Chooses a clip for what is done with many at once, or not. */
  onChoose: (id: string, isChosen: boolean) => void;
}

export const Acts = ({
  clip: { id, title, state, starred },
  language,
  isChosen,
  onDone,
  onStar,
  onTagging,
  onDelete,
  onChoose,
}: ActActions & { clip: Listed; language: InterfaceLanguage; isChosen: boolean }) => {
  const t = libraryTexts(language);
  const isDone = state === 'done';
  return (
    <span class="acts">
      <input
        type="checkbox"
        data-act="choose"
        checked={isChosen}
        aria-label={t.choose(title)}
        onChange={({ currentTarget }) => onChoose(id, currentTarget.checked)}
      />
      <button
        type="button"
        data-act="done"
        aria-pressed={isDone}
        aria-label={t.of(t.done, title)}
        onClick={() => onDone([id], !isDone)}
      >
        {t.done}
      </button>
      <button
        type="button"
        data-act="star"
        aria-pressed={starred}
        aria-label={t.of(t.star, title)}
        onClick={() => onStar([id], !starred)}
      >
        {t.star}
      </button>
      <button
        type="button"
        data-act="tag"
        aria-label={t.of(t.tag, title)}
        onClick={() => onTagging([id])}
      >
        {t.tag}
      </button>
      <button
        type="button"
        data-act="delete"
        aria-label={t.of(t.delete, title)}
        onClick={() => onDelete([id])}
      >
        {t.delete}
      </button>
    </span>
  );
};
