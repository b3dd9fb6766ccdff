// What has become of each tab.
import type { TabsTexts } from '../../../shared/locales/tabs.ts';
import type { TabRow } from './keep-all.ts';

interface TabListProps {
  rows: readonly TabRow[];
  texts: TabsTexts;
}

export const TabList = ({ rows, texts }: TabListProps) => (
  <ol class="tab-list">
    {rows.map(({ tabId, url, title, outcome }) => (
      <li key={tabId} data-outcome={outcome}>
        <span dir="auto">{title || url}</span>
        <span class="outcome">{texts.outcomes[outcome]}</span>
      </li>
    ))}
  </ol>
);
