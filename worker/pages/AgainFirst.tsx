// Why something is not made just now, and the way to it.
import { signInTexts } from '../../shared/locales/sign-in.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { FRESH_MINUTES } from '../domain/fresh-sign-in.ts';
import { signInAddress } from './SignInPage.tsx';

export const AgainFirst = ({
  language,
  to,
}: {
  language: InterfaceLanguage;
  /** The path that one is led to afterwards. */
  to: string;
}) => {
  const t = signInTexts(language);
  return (
    <p>
      {t.againFirst(FRESH_MINUTES)}{' '}
      <a class="way" href={signInAddress(to)}>
        {t.again}
      </a>
    </p>
  );
};
