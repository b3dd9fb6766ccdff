import type { Texts } from '../index.ts';

export const panel: Texts['panel'] = {};
