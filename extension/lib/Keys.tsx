/** A keyboard shortcut as the browser names it ('Alt+Shift+S'), drawn as keys. */
export const Keys = ({ keys }: { keys: string }) => <kbd>{keys.replaceAll('+', ' ')}</kbd>;
