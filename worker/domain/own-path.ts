// Where somebody is led after signing in: only ever to a page of this server.

// What a browser drops or reads as another sign, so that what is left would be another address than the one looked at.
// oxlint-disable-next-line no-control-regex
const READ_OTHERWISE = /[\u0000-\u0020\\\u007f]/;

/** The path, query and fragment of a page of this server that `wish` names, or '/' where it names anything else. */
export const ownPath = (wish: string | undefined, origin: string): string => {
  if (!wish?.startsWith('/') || wish.startsWith('//') || READ_OTHERWISE.test(wish)) return '/';
  const url = URL.parse(wish, origin);
  // A path that begins with two slashes after its dots are gone leads elsewhere the next time that it is read.
  if (!url || url.origin !== origin || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search + url.hash;
};
