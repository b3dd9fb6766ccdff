import { render } from 'preact';
import { texts } from '../../../shared/locales/index.ts';
import { followAppearance } from '../../lib/appearance.ts';
import { startOptions } from './options.ts';
import { OptionsView } from './OptionsView.tsx';

followAppearance();
startOptions((state, actions) => {
  document.documentElement.lang = state.language;
  document.title = texts(state.language).panel.optionsTitle;
  render(<OptionsView {...state} {...actions} />, document.body);
});
