// How whoever asks likes texts to be set, as their browser remembers it.
import { getCookie } from 'hono/cookie';
import * as v from 'valibot';
import { READER_COOKIE, ReaderSetting } from '../../shared/schema/reader.ts';
import type { AppContext } from './services.ts';

const USUAL: ReaderSetting = { size: 0, isWide: false, paper: 'auto', images: true };

const Remembered = v.pipe(v.string(), v.parseJson(), ReaderSetting);

/** The reader's setting; the usual one where none is remembered, or none that can be read. */
export const readerSetting = (c: AppContext): ReaderSetting => {
  const parsed = v.safeParse(Remembered, getCookie(c, READER_COOKIE));
  return parsed.success ? parsed.output : USUAL;
};
