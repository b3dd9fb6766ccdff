import type { Axis } from '../../shared/digest/axis.ts';
import type { AppContext } from './services.ts';

/** By which day of clips a page is asked for: that of publication, unless `?by=kept` says otherwise. */
export const axisOf = (c: AppContext): Axis =>
  c.req.query('by') === 'kept' ? 'kept' : 'published';
