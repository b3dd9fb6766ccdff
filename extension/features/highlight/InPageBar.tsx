// What can be done with the highlights of the page in front.
import type { HighlightTexts } from '../../../shared/locales/highlight.ts';
import type { InPage } from './in-page.ts';

interface InPageBarProps {
  /** How many highlights the article has. */
  count: number;
  inPage: InPage;
  /** Whether something can be highlighted. */
  isOffered: boolean;
  texts: HighlightTexts;
  onTake: () => void;
  onShow: (isShown: boolean) => void;
}

const toldOf = ({ shown, told }: InPage, texts: HighlightTexts): string => {
  const t = texts.inPage;
  if (told === 'taken') return t.taken;
  if (told !== null) return told === 'not-saved' ? texts.failed : t.none[told];
  if (!shown) return '';
  const { count, of } = shown;
  return count === of ? t.shown(count) : t.partly(count, of);
};

export const InPageBar = ({ count, inPage, isOffered, texts, onTake, onShow }: InPageBarProps) => {
  const isShown = inPage.shown !== null;
  if (!isOffered && count === 0) return null;
  return (
    <section class="in-page" aria-label={texts.inPage.title}>
      {isOffered && (
        <button type="button" class="quiet" onClick={onTake}>
          {texts.inPage.take}
        </button>
      )}
      {count > 0 && (
        <button type="button" class="quiet" onClick={() => onShow(!isShown)}>
          {isShown ? texts.inPage.hide : texts.inPage.show(count)}
        </button>
      )}
      <output>{toldOf(inPage, texts)}</output>
    </section>
  );
};
