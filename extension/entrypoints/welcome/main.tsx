import { render } from 'preact';
import { texts } from '../../../shared/locales/index.ts';
import { followAppearance } from '../../lib/appearance.ts';
import { startWelcome } from './welcome.ts';
import { WelcomeView } from './WelcomeView.tsx';

followAppearance();
startWelcome((state, actions) => {
  document.documentElement.lang = state.language;
  document.title = texts(state.language).welcome.title;
  render(<WelcomeView {...state} {...actions} />, document.body);
});
