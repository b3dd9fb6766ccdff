// The article's text in the panel, opened at a sentence that the page cannot show.
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Texts } from '../../../shared/locales/index.ts';
import type { Article } from '../../../shared/schema/article.ts';
import type { Block } from '../../../shared/schema/block.ts';
import type { Span } from '../../../shared/schema/summary.ts';
import { Blocks } from '../../../shared/ui/Blocks.tsx';
import type { Reason } from './show.ts';

interface OwnTextProps {
  article: Article;
  sentence: Span;
  reason: Reason;
  texts: Texts;
  onClose: () => void;
}

// An image would be a request to its site, and the panel makes none.
const withoutImage = (block: Block): Block =>
  block.kind === 'figure' ? { ...block, src: null } : block;

export const OwnText = ({ article, sentence, reason, texts, onClose }: OwnTextProps) => {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <dialog
      ref={dialog}
      class="own-text"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-reason`}
      onClose={onClose}
    >
      <header>
        <h2 id={`${id}-title`}>{texts.panel.ownText}</h2>
        <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
          {texts.panel.close}
        </button>
        <p id={`${id}-reason`}>{texts.panel.instead[reason]}</p>
      </header>
      <div class="body" lang={article.language ?? undefined} dir="auto">
        <Blocks blocks={article.blocks.map(withoutImage)} mark={sentence} />
      </div>
    </dialog>
  );
};
