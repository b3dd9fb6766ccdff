// How the text is set: its size, its width, its paper, and whether with images.
import type { ReaderTexts } from '../../locales/reader.ts';
import { LARGEST, PAPERS, type ReaderSetting, SMALLEST } from '../../schema/reader.ts';

interface TypographyProps {
  setting: ReaderSetting;
  /** Whether the article has images that could be shown. */
  hasImages: boolean;
  texts: ReaderTexts;
  /** Tells what is changed alone: what is shown may be behind what was changed before. */
  onChange: (change: Partial<ReaderSetting>) => void;
}

export const Typography = ({ setting, hasImages, texts, onChange }: TypographyProps) => {
  const { size, isWide, paper, images } = setting;
  const resize = (step: number) => {
    const wanted = Math.min(LARGEST, Math.max(SMALLEST, size + step));
    if (wanted !== size) onChange({ size: wanted });
  };
  return (
    <fieldset class="typography" aria-label={texts.typography}>
      <button
        type="button"
        class="quiet"
        aria-label={`A− ${texts.smaller}`}
        aria-disabled={size === SMALLEST}
        onClick={() => resize(-1)}
      >
        A−
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={`A+ ${texts.larger}`}
        aria-disabled={size === LARGEST}
        onClick={() => resize(1)}
      >
        A+
      </button>
      <button
        type="button"
        class="quiet"
        aria-pressed={isWide}
        onClick={() => onChange({ isWide: !isWide })}
      >
        {texts.wide}
      </button>
      {hasImages && (
        <button
          type="button"
          class="quiet"
          aria-pressed={images}
          onClick={() => onChange({ images: !images })}
        >
          {texts.images}
        </button>
      )}
      <select
        aria-label={texts.paper}
        value={paper}
        onChange={({ currentTarget }) => {
          const chosen = PAPERS.find((each) => each === currentTarget.value);
          if (chosen) onChange({ paper: chosen });
        }}
      >
        {PAPERS.map((each) => (
          <option value={each}>{texts.papers[each]}</option>
        ))}
      </select>
    </fieldset>
  );
};
