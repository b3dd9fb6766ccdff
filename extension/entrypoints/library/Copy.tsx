// What of a library is here: how old the copy is, how far it goes, and where the rest lies.
import { listedTexts } from '../../../shared/locales/listed.ts';
import { MIRRORED } from '../../../shared/schema/mirror.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { LOCALES } from '../../lib/days.ts';

export interface CopyState {
  /** When it was as the library, in words; null while it is being made. */
  at: string | null;
  /** Whether the library has older clips, which are not copied. */
  isCut: boolean;
}

export const Copy = ({
  copy: { at, isCut },
  library: { name },
  language,
}: {
  copy: CopyState;
  library: { name: string };
  language: InterfaceLanguage;
}) => {
  const t = listedTexts(language);
  if (at === null) return <span>{t.copying(name)}</span>;
  return (
    <>
      {t.copied(name, at)}{' '}
      {isCut && `${t.oldest(new Intl.NumberFormat(LOCALES[language]).format(MIRRORED))} `}
      {t.textsLie}
    </>
  );
};
