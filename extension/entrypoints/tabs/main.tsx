import { render } from 'preact';
import { tabsTexts } from '../../../shared/locales/tabs.ts';
import { followAppearance } from '../../lib/appearance.ts';
import { startTabs } from './tabs.ts';
import { TabsView } from './TabsView.tsx';

followAppearance();
startTabs((state, actions) => {
  document.documentElement.lang = state.language;
  document.title = tabsTexts(state.language).title;
  render(<TabsView {...state} {...actions} />, document.body);
});
