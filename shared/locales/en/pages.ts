/** Words of the web pages and feeds. */
export const pages = {};
