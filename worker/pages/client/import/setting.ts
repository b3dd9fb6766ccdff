import type { ImportTexts } from '../../../../shared/locales/imports.ts';
import type { InterfaceLanguage } from '../../../../shared/schema/text.ts';

/** Where and for whom the page stands. */
export interface Setting {
  workspace: string;
  /** Where the workspace's API begins. */
  api: string;
  zone: string;
  language: InterfaceLanguage;
  t: ImportTexts;
}
