// The article in the panel, to be read there: as it was read, its summary's sentences marked.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Texts } from '../../../shared/locales/index.ts';
import type { ReaderTexts } from '../../../shared/locales/reader.ts';
import type { Article } from '../../../shared/schema/article.ts';
import type { Highlight } from '../../../shared/schema/highlight.ts';
import type { ReaderSetting } from '../../../shared/schema/reader.ts';
import type { Summary } from '../../../shared/schema/summary.ts';
import { summaryMarks } from '../../../shared/ui/marks.ts';
import { HighlightedReader } from '../../../shared/ui/highlight/HighlightedReader.tsx';
import type { OnHighlight } from '../../../shared/ui/highlight/highlighting.ts';
import { deviceSpeech } from '../../../shared/ui/reader/speech.ts';

interface ReaderDialogProps {
  article: Article;
  summary: Summary;
  /** The sentence of the summary at which it opens; null for the beginning. */
  sentence: number | null;
  /** Why a sentence is shown here and not in the page. */
  reason: string | null;
  /** Of the article, under its headline. */
  facts: ComponentChildren;
  /** Whether the reader has set something right in it. */
  isCorrected: boolean;
  isKept: boolean;
  highlights: readonly Highlight[];
  /** Null where nothing can be highlighted. */
  onHighlight: OnHighlight | null;
  setting: ReaderSetting;
  texts: Texts;
  readerTexts: ReaderTexts;
  onSetting: (change: Partial<ReaderSetting>) => void;
  onClose: () => void;
}

export const ReaderDialog = (props: ReaderDialogProps) => {
  const { article, summary, sentence, reason, setting, texts, onSetting, onClose } = props;
  const { panel } = texts;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [speech] = useState(deviceSpeech);
  const [wasKept] = useState(props.isKept);
  const { keepsToo, keptToo } = texts.highlight;
  const isDone = props.isKept;
  const besides = wasKept ? null : { isDone, words: isDone ? keptToo : keepsToo };
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('mark[aria-current]')?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <dialog
      ref={dialog}
      class="own-text"
      aria-labelledby={`${id}-title`}
      aria-describedby={reason === null ? undefined : `${id}-reason`}
      onClose={onClose}
    >
      <HighlightedReader
        article={article}
        highlights={props.highlights}
        highlightTexts={texts.highlight}
        besides={besides}
        onHighlight={props.onHighlight}
        marks={summaryMarks(summary.sentences, sentence)}
        setting={setting}
        texts={props.readerTexts}
        speech={speech}
        onSetting={onSetting}
        onPrint={() => print()}
        head={
          <>
            <h2 id={`${id}-title`}>{props.isCorrected ? texts.correct.ownText : panel.ownText}</h2>
            <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
              {panel.close}
            </button>
            {reason !== null && <p id={`${id}-reason`}>{reason}</p>}
          </>
        }
      >
        <h1>{article.title}</h1>
        {props.facts}
      </HighlightedReader>
    </dialog>
  );
};
