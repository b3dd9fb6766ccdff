// The page of the gallery: draws the state that its address names, '#panel/kept/vi'.
import { render } from 'preact';
import { LibraryView } from '../../extension/entrypoints/library/LibraryView.tsx';
import { OptionsView } from '../../extension/entrypoints/options/OptionsView.tsx';
import { PanelView } from '../../extension/entrypoints/panel.sidepanel/PanelView.tsx';
import { TabsView } from '../../extension/entrypoints/tabs/TabsView.tsx';
import { WelcomeView } from '../../extension/entrypoints/welcome/WelcomeView.tsx';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import {
  LIBRARY_ACTIONS,
  OPTIONS_ACTIONS,
  PANEL_ACTIONS,
  TABS_ACTIONS,
  WELCOME_ACTIONS,
} from './actions.ts';
import { LIBRARY_STATES } from './library-states.ts';
import { OUTBOX_STATES } from './options-states.ts';
import { PANEL_STATES } from './states.ts';
import { TABS_STATES } from './tabs-states.ts';
import { WELCOME_STATES } from './welcome-states.ts';

const viewOf = (kind: string, name: string, language: InterfaceLanguage) => {
  const panel = PANEL_STATES[name];
  if (kind === 'panel' && panel)
    return <PanelView {...panel} language={language} {...PANEL_ACTIONS} />;
  const options = OUTBOX_STATES[name];
  if (kind === 'options' && options)
    return <OptionsView {...options} language={language} {...OPTIONS_ACTIONS} />;
  const library = LIBRARY_STATES[name];
  if (kind === 'library' && library)
    return <LibraryView {...library} language={language} {...LIBRARY_ACTIONS} />;
  const welcome = WELCOME_STATES[name];
  if (kind === 'welcome' && welcome)
    return <WelcomeView {...welcome} language={language} {...WELCOME_ACTIONS} />;
  const tabs = TABS_STATES[name];
  if (kind === 'tabs' && tabs) return <TabsView {...tabs} language={language} {...TABS_ACTIONS} />;
  throw new Error(`There is no state ${kind}/${name}.`);
};

const draw = (): void => {
  const [kind = '', name = '', language = ''] = location.hash.slice(1).split('/');
  const spoken = language === 'vi' ? 'vi' : 'en';
  document.documentElement.lang = spoken;
  // Nothing of the state before stays: a state is what it is by itself.
  render(null, document.body);
  render(viewOf(kind, name, spoken), document.body);
  document.documentElement.dataset['drawn'] = location.hash;
};

window.addEventListener('hashchange', draw);
draw();
