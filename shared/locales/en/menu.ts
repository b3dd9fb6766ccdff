/** Items of the browser's menus. */
export const menu = {
  read: 'Read with Dateline',
  link: 'Keep this link with Dateline',
  tabs: 'Keep all tabs of this window…',
};
