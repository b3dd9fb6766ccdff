// Settings, in the browser's own storage: each item has a name, a schema and a value to start from.
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { Article } from '../../shared/schema/article.ts';
import { Correction } from '../../shared/schema/correction.ts';
import { Filing } from '../../shared/schema/filing.ts';
import { FilingNames } from '../../shared/schema/filing-write.ts';
import { Paired, PairingStarted, Scopes } from '../../shared/schema/pairing.ts';
import { ReaderSetting } from '../../shared/schema/reader.ts';
import { SectionCategory } from '../../shared/schema/section-category.ts';

type Area = 'local' | 'session';

interface Item<T> {
  get: () => Promise<T>;
  set: (value: T) => Promise<void>;
  /** Calls `listener` at every change, from wherever. */
  watch: (listener: (value: T) => void) => void;
}

const item = <T>(
  area: Area,
  key: string,
  Schema: v.GenericSchema<unknown, T>,
  initial: T,
): Item<T> => {
  // What an older or a newer version left there and this one cannot read counts as not set.
  const parse = (stored: unknown): T => {
    const parsed = v.safeParse(Schema, stored);
    return parsed.success ? parsed.output : initial;
  };
  return {
    get: async () => parse((await browser.storage[area].get(key))[key]),
    set: (value) => browser.storage[area].set({ [key]: value }),
    watch: (listener) =>
      browser.storage.onChanged.addListener((changes, where) => {
        const change = changes[key];
        if (where === area && change) listener(parse(change.newValue));
      }),
  };
};

export const LANGUAGE_SETTINGS = ['auto', 'vi', 'en'] as const;
const LanguageSetting = v.picklist(LANGUAGE_SETTINGS);
export type LanguageSetting = v.InferOutput<typeof LanguageSetting>;

/** The interface language: the person's choice, or the browser's. */
export const languageSetting = item('local', 'language', LanguageSetting, 'auto');

export const DEFAULT_SERVER = 'http://localhost:8787';

/** The server's origin, as last entered. */
export const serverSetting = item('local', 'server', v.string(), DEFAULT_SERVER);

const Connection = v.object({
  server: v.string(),
  account: Paired.entries.account,
  token: Paired.entries.access_token,
  workspaces: Paired.entries.workspaces,
  /** The id of the workspace that clips go to. */
  workspace: v.string(),
  /** What the person has allowed it. */
  scope: v.optional(Scopes, 'clip:read clip:write'),
  /** True after the server refused the token: nothing is sent until it is paired again. */
  paused: v.boolean(),
});
export type Connection = v.InferOutput<typeof Connection>;

/** The library that is shown and that clips go to, of those that this extension is connected with. */
export const connectionSetting = item('local', 'connection', v.nullable(Connection), null);

/** The other ones, the one that was chosen last first: `connections.ts` reads and changes both together. */
export const otherConnectionsSetting = item('local', 'other-connections', v.array(Connection), []);

/** Stores all connections at once, the current one first. */
export const setConnections = ([current, ...others]: readonly Connection[]): Promise<void> =>
  browser.storage.local.set({ connection: current ?? null, 'other-connections': others });

/** Whether the person chose to use Dateline without a server: nobody asks for one then. */
export const withoutServerSetting = item('local', 'without-server', v.boolean(), false);

/**
 * Whether the page that greets a newcomer was shown. The browser's own word of an install is not enough: one
 * that was closed before it had written that down says it again at its next start.
 */
export const greetedSetting = item('local', 'greeted', v.boolean(), false);

const PairingInFlight = v.object({
  server: v.string(),
  started: PairingStarted,
  /** When the code is void, in milliseconds since 1970. */
  expiresAt: v.number(),
});
export type PairingInFlight = v.InferOutput<typeof PairingInFlight>;

/** A pairing that waits for the person's approval; it outlives the page that began it. */
export const pairingInFlight = item('session', 'pairing', v.nullable(PairingInFlight), null);

// An image is a request to where it is, and the extension makes none unasked.
export const USUAL_READER: ReaderSetting = {
  size: 0,
  isWide: false,
  paper: 'auto',
  images: false,
};

/** How a text is set in the panel. */
export const readerSetting = item('local', 'reader', ReaderSetting, USUAL_READER);

const CorrectionDraft = v.object({
  /** Which page it is of. */
  page: v.string(),
  correction: Correction,
  /** The body that was selected in the page; null where it is the page's own. */
  blocks: v.nullable(Article.entries.blocks),
});

/** What the reader has set right of pages, the last one at the end. In memory alone: it tells what was read. */
export const correctionDrafts = item('session', 'corrections', v.array(CorrectionDraft), []);

const Placement = v.object({
  /** A host's name without its www. */
  site: v.string(),
  /** A workspace's id; null while no library was connected. */
  workspace: v.nullable(v.string()),
  collections: Filing.entries.collections,
});

/** Where the pages of a site go, the one that was chosen last at the end. */
export const placementsSetting = item('local', 'placements', v.array(Placement), []);

const RememberedCategory = v.object({
  ...SectionCategory.entries,
  /** Its server and workspace; empty while no library was connected. */
  library: v.string(),
  /** Whether the library knows, or a write that waits for it says so. */
  isTold: v.boolean(),
});
export type RememberedCategory = v.InferOutput<typeof RememberedCategory>;

/** What sections of sites were said to be about, what was said last at the end. */
export const sectionCategoriesSetting = item(
  'local',
  'section-categories',
  v.array(RememberedCategory),
  [],
);

const LibraryNames = v.object({
  /** Its server and workspace. */
  library: v.string(),
  ...FilingNames.entries,
});

/** The names of tags and collections that libraries have told. */
export const namesSetting = item('local', 'names', v.array(LibraryNames), []);

const FilingDraft = v.object({ page: v.string(), filing: Filing });

/** Where clips are to be put that are not kept yet. In memory alone: it tells what was read. */
export const filingDrafts = item('session', 'filings', v.array(FilingDraft), []);

/**
 * Closes what is stored on disk to scripts of ours in other pages, whose process may have been taken over:
 * the token is there. What is in memory is closed to them from the start. Not every browser can.
 */
export const closeStorageToPages = async (): Promise<void> => {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
};
