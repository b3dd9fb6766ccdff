// The way from a thing to its public links.
import { shareTexts } from '../../shared/locales/share.ts';
import type { ShareOf } from '../../shared/schema/share.ts';
import type { Setting } from './Clip.tsx';
import { sharesAddress } from './shares.ts';

export const ShareLink = ({
  of,
  workspace,
  language,
}: Pick<Setting, 'workspace' | 'language'> & { of: ShareOf }) => (
  <p class="share-link">
    <a href={sharesAddress(workspace, of)}>{shareTexts(language).share}</a>
  </p>
);
