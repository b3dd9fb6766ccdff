/** Saves a file among the downloads. */
export const saveFile = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: a browser may read it only after it has asked where to.
  setTimeout(() => URL.revokeObjectURL(address), 600_000);
};
