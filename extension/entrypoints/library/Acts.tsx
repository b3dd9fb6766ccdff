// What can be done with a clip of the library: at once here, and there in its turn.
import { libraryTexts } from '../../../shared/locales/library.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import type { Listed } from '../../features/library/listed.ts';

export interface ActActions {
  onDone: (id: string, isDone: boolean) => void;
  onStar: (id: string, isStarred: boolean) => void;
  /** Opens the form for tags and collections. */
  onTagging: (id: string | null) => void;
  onDelete: (id: string) => void;
}

export const Acts = ({
  clip: { id, title, state, starred },
  language,
  onDone,
  onStar,
  onTagging,
  onDelete,
}: ActActions & { clip: Listed; language: InterfaceLanguage }) => {
  const t = libraryTexts(language);
  const isDone = state === 'done';
  return (
    <span class="acts">
      <button
        type="button"
        data-act="done"
        aria-pressed={isDone}
        aria-label={t.of(t.done, title)}
        onClick={() => onDone(id, !isDone)}
      >
        {t.done}
      </button>
      <button
        type="button"
        data-act="star"
        aria-pressed={starred}
        aria-label={t.of(t.star, title)}
        onClick={() => onStar(id, !starred)}
      >
        {t.star}
      </button>
      <button
        type="button"
        data-act="tag"
        aria-label={t.of(t.tag, title)}
        onClick={() => onTagging(id)}
      >
        {t.tag}
      </button>
      <button
        type="button"
        data-act="delete"
        aria-label={t.of(t.delete, title)}
        onClick={() => onDelete(id)}
      >
        {t.delete}
      </button>
    </span>
  );
};
