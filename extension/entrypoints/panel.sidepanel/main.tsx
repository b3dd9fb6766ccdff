import { render } from 'preact';
import { followAppearance } from '../../lib/appearance.ts';
import { PanelView } from './PanelView.tsx';
import { startPanel } from './panel.ts';

// Where the time goes from the click to the article, for the benchmark and the browser's own tools.
performance.mark('begun');
followAppearance();
startPanel((state, actions) => {
  document.documentElement.lang = state.language;
  render(<PanelView {...state} {...actions} />, document.body);
  if (state.page.kind === 'article') requestAnimationFrame(() => performance.mark('shown'));
});
