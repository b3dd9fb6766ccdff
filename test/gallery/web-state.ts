// What a page of the server is looked at in: of which library, by which path, after what was done there.
import type { Page } from '@playwright/test';
import type { WebLibrary } from './web-library.ts';

export const LIBRARIES = ['empty', 'one', 'full', 'moving', 'team', 'long'] as const;
export type LibraryName = (typeof LIBRARIES)[number];

/** A page by the library that it is of; its path as its own links have it. */
export interface WebState {
  name: string;
  of: LibraryName;
  path: (library: Made) => string | Promise<string>;
  /** What the address ends with of the form by whose button one comes from there to what is looked at. */
  sends?: string;
  /** What one does then. */
  does?: (page: Page) => Promise<void>;
  /** Opens every summary of the page. */
  opened?: true;
  /** As one sees it who is not signed in. */
  signedOut?: true;
  /** As its owner sees it who signed in long ago. */
  signedIn?: 'long-ago';
  /** What its script asks for under this path is not answered. */
  unanswered?: string;
}

/** A library with the clips that states ask for by name. */
export interface Made extends WebLibrary {
  clips: Readonly<Record<string, string>>;
  /** The path of its feed of clips. */
  feed: string;
  /** The path of an invite; '' where none was made. */
  invite: string;
  /** Somebody else who belongs to it; '' where nobody does. */
  colleague: string;
  /** The path of a collection as a guest reads it, and of an invite to it. */
  guest: string;
  guestInvite: string;
  /** The paths of its public links. */
  links: Readonly<Record<string, string>>;
  /** The session of its owner's that is an old one; '' where they have none. */
  longAgo: string;
}
