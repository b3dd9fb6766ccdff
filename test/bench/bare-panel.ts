// A panel that says one word and does nothing: what the browser alone takes for one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const BACKGROUND = `
chrome.action.onClicked.addListener((tab) => void chrome.sidePanel.open({ windowId: tab.windowId }));
void chrome.alarms.create('send', { periodInMinutes: 60 });
`;
const PANEL = '<!doctype html><meta charset="utf-8"><title>Bare</title><main><h1>Bare</h1></main>';

/** Writes such an extension into a folder of its own, under the id that `key` gives. */
export const writeBarePanel = (key: string): { folder: string; remove: () => void } => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dateline-bare-'));
  const manifest = {
    manifest_version: 3,
    name: 'Bare',
    version: '1',
    key,
    permissions: ['sidePanel', 'alarms'],
    action: {},
    side_panel: { default_path: 'panel.html' },
    background: { service_worker: 'background.js' },
  };
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'background.js'), BACKGROUND);
  writeFileSync(path.join(folder, 'panel.html'), PANEL);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
