// The article in the panel, to be read there: as it was read, its summary's sentences marked.
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Texts } from '../../../shared/locales/index.ts';
import type { Article } from '../../../shared/schema/article.ts';
import { type Block, blockText } from '../../../shared/schema/block.ts';
import type { Summary } from '../../../shared/schema/summary.ts';
import { Blocks } from '../../../shared/ui/Blocks.tsx';
import type { ReaderSetting } from '../../lib/storage.ts';
import { Listen } from './Listen.tsx';
import { Typography } from './Typography.tsx';

interface ReaderProps {
  article: Article;
  summary: Summary;
  /** The sentence of the summary at which it opens; null for the beginning. */
  sentence: number | null;
  /** Why a sentence is shown here and not in the page. */
  reason: string | null;
  setting: ReaderSetting;
  texts: Texts;
  onSetting: (setting: ReaderSetting) => void;
  onClose: () => void;
}

// An image would be a request to its site, and the panel makes none.
const withoutImage = (block: Block): Block =>
  block.kind === 'figure' ? { ...block, src: null } : block;

const spokenTexts = ({ title, blocks }: Article): readonly string[] =>
  [
    title,
    ...blocks.filter(({ kind }) => kind !== 'figure' && kind !== 'code').map(blockText),
  ].filter((text) => text.trim() !== '');

export const Reader = (props: ReaderProps) => {
  const { article, summary, sentence, reason, setting, texts, onSetting, onClose } = props;
  const { panel } = texts;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('mark[aria-current]')?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <dialog
      ref={dialog}
      class="reader"
      data-paper={setting.paper}
      data-wide={setting.isWide}
      aria-labelledby={`${id}-title`}
      aria-describedby={reason === null ? undefined : `${id}-reason`}
      onClose={onClose}
    >
      <header>
        <h2 id={`${id}-title`}>{panel.ownText}</h2>
        <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
          {panel.close}
        </button>
        {reason !== null && <p id={`${id}-reason`}>{reason}</p>}
        <div class="tools">
          <Typography setting={setting} texts={texts} onChange={onSetting} />
          <Listen paragraphs={spokenTexts(article)} language={article.language} texts={texts} />
          <button type="button" class="quiet" onClick={() => print()}>
            {panel.print}
          </button>
        </div>
      </header>
      <article
        class="body"
        lang={article.language ?? undefined}
        dir="auto"
        style={{ '--steps': setting.size }}
      >
        <h1>{article.title}</h1>
        <Blocks
          blocks={article.blocks.map(withoutImage)}
          marks={summary.sentences}
          shown={sentence}
        />
      </article>
    </dialog>
  );
};
