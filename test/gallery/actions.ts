// What the views can ask for: nothing comes of it where only their looks and words count.
import type { LibraryActions } from '../../extension/entrypoints/library/LibraryView.tsx';
import type { OptionsActions } from '../../extension/entrypoints/options/OptionsView.tsx';
import type { PanelActions } from '../../extension/entrypoints/panel.sidepanel/state.ts';
import type { TabsActions } from '../../extension/entrypoints/tabs/TabsView.tsx';
import type { WelcomeActions } from '../../extension/entrypoints/welcome/WelcomeView.tsx';
import type { PairingActions } from '../../extension/features/pairing/Pairing.tsx';

const idle = (): void => undefined;

export const PANEL_ACTIONS: PanelActions = {
  onShow: idle,
  onHide: idle,
  onCorrecting: idle,
  onWriting: idle,
  onCorrect: idle,
  onReader: idle,
  onReadAnyway: idle,
  onReport: idle,
  onSearch: idle,
  onQuery: idle,
  onReaderSetting: idle,
  onHighlight: () => Promise.resolve(),
  onTakeHighlight: idle,
  onHighlightsInPage: idle,
  onSelection: idle,
  onPick: idle,
  onPickStep: idle,
  onFilingForm: idle,
  onPlace: idle,
  onKeep: idle,
  onKeepAgain: idle,
  onUpdate: idle,
  onLookAgain: idle,
  onMoreRelated: idle,
  onSendNow: idle,
  onAdopt: idle,
  onLibrary: idle,
  onOptions: idle,
  onTabs: idle,
  onSwitch: idle,
};

const PAIRING_ACTIONS: PairingActions = {
  onConnect: idle,
  onPaste: idle,
  onCancel: idle,
  onOpenApproval: idle,
  onChoose: idle,
  onDisconnect: idle,
};

export const WELCOME_ACTIONS: WelcomeActions = {
  ...PAIRING_ACTIONS,
  onWithoutServer: idle,
  onRead: idle,
  onShow: idle,
};

export const LIBRARY_ACTIONS: LibraryActions = {
  onDone: idle,
  onStar: idle,
  onTagging: idle,
  onFile: idle,
  onChoose: idle,
  onChooseNone: idle,
  onDelete: idle,
  onUndo: idle,
  onDismiss: idle,
  onQuery: idle,
  valuesOf: () => ({}),
  onKeys: idle,
  onTurnKeys: idle,
  onMore: idle,
  onClose: idle,
  onHighlight: () => Promise.resolve(),
  onReaderSetting: idle,
  onAskDiscard: idle,
  onDiscard: idle,
  onAdopt: idle,
  onOptions: idle,
};

export const OPTIONS_ACTIONS: OptionsActions = {
  ...PAIRING_ACTIONS,
  onLanguage: idle,
  onAppearance: idle,
  onReaderSetting: idle,
  onShortcuts: idle,
  onLibrary: idle,
  onAskDelete: idle,
  onDelete: idle,
  onAdopt: idle,
  onTryNow: idle,
  onExport: idle,
  onRetry: idle,
  onKeepElsewhere: idle,
  onAskDiscard: idle,
  onDiscard: idle,
};

export const TABS_ACTIONS: TabsActions = { onStart: idle, onStop: idle };
