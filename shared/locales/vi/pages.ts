import type { Texts } from '../index.ts';

export const pages: Texts['pages'] = {};
