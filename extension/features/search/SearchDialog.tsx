// The search over the panel: a field, the first that was found, and the ways to all of it.
import { useEffect, useRef } from 'preact/hooks';
import { type Texts, texts as textsOf } from '../../../shared/locales/index.ts';
import { searchTexts } from '../../../shared/locales/search.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import type { Values } from '../../../shared/search/complete.ts';
import type { Marked } from '../../../shared/search/extract.ts';
import { MarkedText } from '../../../shared/ui/MarkedText.tsx';
import { dayInShort } from '../../lib/days.ts';
import { SearchField } from './SearchField.tsx';

/** A clip that was found. */
export interface Hit {
  id: string;
  title: Marked;
  href: string;
  site: string;
  language: string | null;
  /** The day on which it stands. */
  day: string;
  /** Whether it waits on this machine. */
  waits: boolean;
}

export interface Searching {
  query: string;
  /** The best first; no more than are shown. */
  hits: readonly Hit[];
  /** How many were found; null while nothing is asked. */
  found: number | null;
  isDone: boolean;
  values: Values;
  /** The list on this machine, narrowed down to what was found. */
  list: string;
  /** The search of the whole library; null where none is connected. */
  library: string | null;
}

interface SearchDialogProps {
  search: Searching;
  language: InterfaceLanguage;
  onQuery: (query: string) => void;
  onClose: () => void;
}

const foundText = ({ found, isDone }: Searching, { local }: Texts): string => {
  if (found === null) return '';
  if (!isDone) return local.searching(found);
  return found === 0 ? local.notFound : local.found(found);
};

export const SearchDialog = ({ search, language, onQuery, onClose }: SearchDialogProps) => {
  const texts = textsOf(language);
  const t = searchTexts(language);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('input')?.focus();
  }, []);
  return (
    <dialog ref={dialog} class="search-dialog" aria-label={t.title} onClose={onClose}>
      <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
        {texts.panel.close}
      </button>
      <SearchField
        id="search"
        label={texts.local.search}
        query={search.query}
        valuesOf={() => search.values}
        language={language}
        onQuery={onQuery}
      />
      <p class="remark" aria-live="polite">
        {foundText(search, texts)}
      </p>
      <ol>
        {search.hits.map(({ id, title, href, site, language: own, day, waits }) => (
          <li key={id}>
            <a href={href} target="_blank" rel="noreferrer" lang={own ?? undefined} dir="auto">
              <MarkedText {...title} />
            </a>
            <p class="meta">
              <span dir="auto">{site}</span> <span>{dayInShort(day, language)}</span>{' '}
              {waits && <span>{texts.local.whereabouts.waiting}</span>}
            </p>
          </li>
        ))}
      </ol>
      <p class="ways">
        <a href={search.list} target="_blank" rel="noreferrer">
          {texts.local.title}
        </a>
        {search.library !== null && (
          <a href={search.library} target="_blank" rel="noreferrer">
            {t.field}
          </a>
        )}
      </p>
    </dialog>
  );
};
