import { render } from 'preact';
import { PanelView } from './PanelView.tsx';
import { startPanel } from './panel.ts';

startPanel((state, actions) => {
  document.documentElement.lang = state.language;
  render(<PanelView {...state} {...actions} />, document.body);
});
