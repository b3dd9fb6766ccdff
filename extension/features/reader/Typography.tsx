// How the text is set: its size, its width and its paper.
import type { Texts } from '../../../shared/locales/index.ts';
import type { ReaderSetting } from '../../lib/storage.ts';

interface TypographyProps {
  setting: ReaderSetting;
  texts: Texts;
  onChange: (setting: ReaderSetting) => void;
}

const SMALLEST = -2;
const LARGEST = 4;
const PAPERS = ['auto', 'light', 'sepia', 'dark'] as const;

export const Typography = ({ setting, texts: { panel }, onChange }: TypographyProps) => {
  const { size, isWide, paper } = setting;
  const resize = (step: number) => {
    const wanted = Math.min(LARGEST, Math.max(SMALLEST, size + step));
    if (wanted !== size) onChange({ ...setting, size: wanted });
  };
  return (
    <fieldset class="typography">
      <legend class="for-screen-readers">{panel.typography}</legend>
      <button
        type="button"
        class="quiet"
        aria-disabled={size === SMALLEST}
        onClick={() => resize(-1)}
      >
        A− <span class="for-screen-readers">{panel.smaller}</span>
      </button>
      <button
        type="button"
        class="quiet"
        aria-disabled={size === LARGEST}
        onClick={() => resize(1)}
      >
        A+ <span class="for-screen-readers">{panel.larger}</span>
      </button>
      <button
        type="button"
        class="quiet"
        aria-pressed={isWide}
        onClick={() => onChange({ ...setting, isWide: !isWide })}
      >
        {panel.wide}
      </button>
      <label>
        <span class="for-screen-readers">{panel.paper}</span>
        <select
          value={paper}
          onChange={({ currentTarget }) => {
            const chosen = PAPERS.find((each) => each === currentTarget.value);
            if (chosen) onChange({ ...setting, paper: chosen });
          }}
        >
          {PAPERS.map((each) => (
            <option value={each}>{panel.papers[each]}</option>
          ))}
        </select>
      </label>
    </fieldset>
  );
};
