/** Words of the extension: panel, options and messages. */
export const panel = {};
