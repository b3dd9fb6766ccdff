// How a list is shown, each way a link: as cards with what they are about, or as lines.
import * as v from 'valibot';
import { libraryTexts } from '../../shared/locales/library.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';

const VIEWS = ['cards', 'list'] as const;
export type View = (typeof VIEWS)[number];

/** As it stands in an address; whatever else stands there is cards. */
export const ViewAsked = v.fallback(v.picklist(VIEWS), 'cards');

/** What stands in the addresses of a list that is shown so, beside what they ask for. */
export const besideOf = (view: View): Readonly<Record<string, string>> =>
  view === 'cards' ? {} : { view };

export const Views = ({
  language,
  view,
  addressOf,
}: {
  language: InterfaceLanguage;
  view: View;
  /** The address of this list, shown so. */
  addressOf: (view: View) => string;
}) => {
  const t = libraryTexts(language);
  return (
    <nav class="orders" aria-label={t.view}>
      {VIEWS.map((each) => (
        <a href={addressOf(each)} aria-current={each === view ? 'true' : undefined}>
          {t.views[each]}
        </a>
      ))}
    </nav>
  );
};
