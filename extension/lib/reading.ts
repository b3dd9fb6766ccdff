// The heavy half of the panel: loaded beside it, so that the panel is there before it is needed.
import type * as Reading from './article.ts';

/** The reader and the summariser, once they are loaded; asked for again, the same. */
export const loadReading = (): Promise<typeof Reading> => import('./article.ts');
