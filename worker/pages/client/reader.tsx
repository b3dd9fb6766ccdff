// The script of a clip's page: its text's controls work, what they set is remembered, and text is marked.
import { hydrate } from 'preact';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { highlightTexts } from '../../../shared/locales/highlight.ts';
import { chooseLanguage } from '../../../shared/locales/index.ts';
import { libraryTexts } from '../../../shared/locales/library.ts';
import { readerTexts } from '../../../shared/locales/reader.ts';
import type { Highlight, HighlightWrite, Mark } from '../../../shared/schema/highlight.ts';
import { KEEP_VERSION } from '../../../shared/schema/keep.ts';
import { READER_COOKIE, ReaderPage, type ReaderSetting } from '../../../shared/schema/reader.ts';
import { newUuid } from '../../../shared/schema/uuid.ts';
import { summaryMarks } from '../../../shared/ui/marks.ts';
import { HighlightedReader } from '../../../shared/ui/highlight/HighlightedReader.tsx';
import { deviceSpeech } from '../../../shared/ui/reader/speech.ts';
import { keepPlace } from './place.ts';
import { send } from './requests.ts';

const YEAR_SECONDS = 31_536_000;

// A cookie, and not the browser's storage: the server draws the next page as it is set, so that no paper
// flashes up, and no image is asked for that was turned off.
const remember = (setting: ReaderSetting): void => {
  const value = encodeURIComponent(JSON.stringify(setting));
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${READER_COOKIE}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
};

/** Writes a highlight; a try that is repeated is the same write. */
const writeHighlight = (
  { workspace, keep }: NonNullable<ReaderPage['writes']>,
  highlight: string,
  mark: Mark | null,
): Promise<void> => {
  const write: HighlightWrite = { version: KEEP_VERSION, keep, highlight, mark };
  const init = {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(write),
  };
  const watch = { signal: new AbortController().signal, onRetry: () => undefined };
  const address = `/api/w/${workspace}/highlights/${newUuid()}`;
  return send(address, init, () => Promise.resolve(), watch);
};

const language = chooseLanguage([document.documentElement.lang]);
const texts = readerTexts(language);
const speech = deviceSpeech();

const LiveReader = ({ page }: { page: ReaderPage }) => {
  const { article, sentences, writes, team, hasTeam } = page;
  const [setting, setSetting] = useState(page.setting);
  const [highlights, setHighlights] = useState<readonly Highlight[]>(page.highlights);
  return (
    <HighlightedReader
      highlights={highlights}
      team={team}
      hasTeam={hasTeam}
      highlightTexts={highlightTexts(language)}
      onHighlight={
        writes &&
        (async (id, mark) => {
          await writeHighlight(writes, id, mark);
          setHighlights((before) => [
            ...before.filter((each) => each.id !== id),
            ...(mark ? [{ id, ...mark }] : []),
          ]);
        })
      }
      article={article}
      marks={summaryMarks(sentences)}
      setting={setting}
      texts={texts}
      speech={speech}
      onSetting={(change) => {
        const changed = { ...setting, ...change };
        remember(changed);
        setSetting(changed);
      }}
      onPrint={() => print()}
    />
  );
};

const root = document.querySelector<HTMLElement>('[data-reader]');
if (root) {
  const page = v.parse(ReaderPage, JSON.parse(root.dataset['reader'] ?? ''));
  hydrate(<LiveReader page={page} />, root);
  keepPlace(root, page.place, libraryTexts(language).goOn);
}
