import { chooseLanguage } from '../../shared/locales/index.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import type { AppContext } from './services.ts';

/** The language of whoever is not in a workspace: the best that the browser wishes for and we speak. */
export const wishedLanguage = (c: AppContext): InterfaceLanguage => {
  const wishes = (c.req.header('accept-language') ?? '').split(',').map((part) => {
    const [tag = '', quality = 'q=1'] = part.trim().split(/\s*;\s*/);
    return { tag, quality: Number(quality.replace(/^q=/, '')) || 0 };
  });
  return chooseLanguage(
    wishes
      .filter(({ quality }) => quality > 0)
      .sort((a, b) => b.quality - a.quality)
      .map(({ tag }) => tag),
  );
};
