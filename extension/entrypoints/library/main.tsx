import { render } from 'preact';
import { texts } from '../../../shared/locales/index.ts';
import { followAppearance } from '../../lib/appearance.ts';
import { startLibrary } from './library.ts';
import { LibraryView } from './LibraryView.tsx';

followAppearance();
startLibrary((state, actions) => {
  document.documentElement.lang = state.language;
  document.title = `${texts(state.language).local.title} · Dateline`;
  render(<LibraryView {...state} {...actions} />, document.body);
});
