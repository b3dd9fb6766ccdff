// What the views can ask for: nothing comes of it where only their looks and words count.
import type { OptionsActions } from '../../extension/entrypoints/options/OptionsView.tsx';
import type { PanelActions } from '../../extension/entrypoints/panel.sidepanel/PanelView.tsx';

const idle = (): void => undefined;

export const PANEL_ACTIONS: PanelActions = {
  onShow: idle,
  onHide: idle,
  onCorrecting: idle,
  onCorrect: idle,
  onReader: idle,
  onReaderSetting: idle,
  onSelection: idle,
  onKeep: idle,
  onKeepAgain: idle,
  onSendNow: idle,
  onAdopt: idle,
  onOptions: idle,
};

export const OPTIONS_ACTIONS: OptionsActions = {
  onConnect: idle,
  onCancel: idle,
  onOpenApproval: idle,
  onChoose: idle,
  onDisconnect: idle,
  onLanguage: idle,
  onAdopt: idle,
  onTryNow: idle,
  onExport: idle,
  onRetry: idle,
  onAskDiscard: idle,
  onDiscard: idle,
};
