// The script of a clip's page: its text's controls work, and what they set is remembered.
import { hydrate } from 'preact';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { chooseLanguage } from '../../../shared/locales/index.ts';
import { readerTexts } from '../../../shared/locales/reader.ts';
import { READER_COOKIE, ReaderPage, type ReaderSetting } from '../../../shared/schema/reader.ts';
import { summaryMarks } from '../../../shared/ui/marks.ts';
import { Reader } from '../../../shared/ui/reader/Reader.tsx';
import { deviceSpeech } from '../../../shared/ui/reader/speech.ts';

const YEAR_SECONDS = 31_536_000;

// A cookie, and not the browser's storage: the server draws the next page as it is set, so that no paper
// flashes up, and no image is asked for that was turned off.
const remember = (setting: ReaderSetting): void => {
  const value = encodeURIComponent(JSON.stringify(setting));
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${READER_COOKIE}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
};

const texts = readerTexts(chooseLanguage([document.documentElement.lang]));
const speech = deviceSpeech();

const LiveReader = ({ page: { article, sentences, setting: initial } }: { page: ReaderPage }) => {
  const [setting, setSetting] = useState(initial);
  return (
    <Reader
      article={article}
      marks={summaryMarks(sentences)}
      setting={setting}
      texts={texts}
      speech={speech}
      onSetting={(changed) => {
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
}
