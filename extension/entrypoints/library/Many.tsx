// What is done with all clips that are chosen: at once here, and there in its turn.
import { libraryTexts } from '../../../shared/locales/library.ts';
import { listedTexts } from '../../../shared/locales/listed.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import type { ActActions } from './Acts.tsx';

interface ManyProps extends Omit<ActActions, 'onChoose'> {
  chosen: readonly string[];
  language: InterfaceLanguage;
  onChooseNone: () => void;
}

const Press = ({ words, act }: { words: string; act: () => void }) => (
  <button type="button" onClick={act}>
    {words}
  </button>
);

/** Nothing while none is chosen. */
export const Many = (props: ManyProps) => {
  const { chosen, language, onDone, onStar, onTagging, onDelete, onChooseNone } = props;
  const t = libraryTexts(language);
  if (chosen.length === 0) return null;
  return (
    <fieldset class="many">
      <legend>{t.many}</legend>
      <output>{t.chosen(chosen.length)}</output>
      <Press words={t.done} act={() => onDone(chosen, true)} />
      <Press words={t.toRead} act={() => onDone(chosen, false)} />
      <Press words={t.star} act={() => onStar(chosen, true)} />
      <Press words={t.unstar} act={() => onStar(chosen, false)} />
      <Press words={t.tag} act={() => onTagging(chosen)} />
      <Press words={t.delete} act={() => onDelete(chosen)} />
      <Press words={listedTexts(language).chooseNone} act={onChooseNone} />
    </fieldset>
  );
};
