// Has the last days put by, for a time without a network.

/** Starts what does it, where the browser has such a thing and somebody is signed in. */
export const workOffline = (): void => {
  if ('serviceWorker' in navigator && location.pathname.startsWith('/w/'))
    // A browser may refuse it, as in a private window: pages are read with a network then.
    navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
};
