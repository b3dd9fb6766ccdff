import { chooseLanguage } from '../../../shared/locales/index.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import type { LanguageSetting } from '../../lib/storage.ts';

/** The language to speak: the one that was set, or the best of those the browser is set to. */
export const interfaceLanguage = (setting: LanguageSetting): InterfaceLanguage =>
  setting === 'auto' ? chooseLanguage(navigator.languages) : setting;
