// What is learned from, in which language, and how.
import type { SetName } from './corpus.ts';
import type { Wishes } from './learn.ts';

interface Course {
  readonly sets: readonly SetName[];
  readonly wishes: Wishes;
}

/**
 * 'World' may be politics, war, disaster or crime and 'Đời sống' society, lifestyle or human interest, and nothing in
 * the labels tells which: of such topics those are left out that no label names alone or shares with another.
 */
export const COURSES = {
  VIETNAMESE: {
    sets: ['vntc'],
    wishes: {
      features: 2_300,
      untold: ['03000000', '08000000', '10000000', '16000000'],
      piece: 0,
      leastTexts: 3,
      rarity: 1,
      telling: 0,
      rate: 1,
      decay: 1e-5,
      rounds: 6,
    },
  },
  ENGLISH: {
    sets: ['bbc', 'ag'],
    wishes: {
      features: 3_700,
      untold: ['02000000', '03000000', '16000000'],
      piece: 60,
      leastTexts: 2,
      rarity: 1.3,
      telling: 0.3,
      rate: 0.7,
      decay: 1e-4,
      rounds: 8,
    },
  },
} as const satisfies Readonly<Record<string, Course>>;
