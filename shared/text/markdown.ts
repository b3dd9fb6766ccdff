// Text as it stands in Markdown (CommonMark 0.31, 2.4): what was written there means nothing to it.
/** Text among other text: nothing of it is emphasis, code, a link, HTML or an entity. */
export const escapeInline = (text: string): string =>
  text.replace(/[\\`*_[\]<~]|&(?=#?\w+;)/g, String.raw`\$&`).replace(/\s+/gu, ' ');

/** Text at the beginning of a line: nor is it a heading, a quotation or a list. */
export const escapeLine = (text: string): string =>
  escapeInline(text)
    .replace(/^(?=[#>+-])/, '\\')
    .replace(/^(\d{1,9})(?=[.)])/, '$1\\');

/** An address in the parentheses of a link, which others would end. */
export const escapeAddress = (address: string): string =>
  address.replace(/[()<>\s]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
