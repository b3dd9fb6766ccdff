// The id that a form which makes something is drawn with.
import * as v from 'valibot';
import { UuidV7 } from '../../shared/schema/text.ts';
import { uuidV7 } from '../domain/ids.ts';
import type { AppContext } from './services.ts';

/** An id for a form that is drawn now. */
export const newFormId = (c: AppContext): string =>
  uuidV7(c.var.services.now(), c.var.services.random);

/** The field that bears it; a form that was drawn without one is as good as a new one. */
export const FORM_ID = { form: v.optional(UuidV7) };
