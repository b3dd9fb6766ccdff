// What is shown of a list, and how: its shelves, its order, its look.
import { libraryTexts } from '../../../shared/locales/library.ts';
import { type Shelf, SHELVES } from '../../../shared/schema/reading.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';

export const Shelves = ({
  shelf,
  language,
  addressOf,
}: {
  shelf: Shelf;
  language: InterfaceLanguage;
  addressOf: (shelf: Shelf) => string;
}) => {
  const t = libraryTexts(language);
  return (
    <nav class="shelves" aria-label={t.shelvesLabel}>
      {SHELVES.map((each) => (
        <a key={each} href={addressOf(each)} aria-current={each === shelf ? 'page' : undefined}>
          {t.shelves[each]}
        </a>
      ))}
    </nav>
  );
};

/** Ways to show a list, one of which is the present one. */
export const Choices = <Of extends string>({
  label,
  all,
  chosen,
  addressOf,
}: {
  label: string;
  all: readonly (readonly [Of, string])[];
  chosen: Of;
  addressOf: (one: Of) => string;
}) => (
  <nav class="choices" aria-label={label}>
    {all.map(([one, words]) => (
      <a key={one} href={addressOf(one)} aria-current={one === chosen ? 'true' : undefined}>
        {words}
      </a>
    ))}
  </nav>
);
