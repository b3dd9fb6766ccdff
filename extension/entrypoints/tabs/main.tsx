import { render } from 'preact';
import { tabsTexts } from '../../../shared/locales/tabs.ts';
import { startTabs } from './tabs.ts';
import { TabsView } from './TabsView.tsx';

startTabs((state, actions) => {
  document.documentElement.lang = state.language;
  document.title = tabsTexts(state.language).title;
  render(<TabsView {...state} {...actions} />, document.body);
});
