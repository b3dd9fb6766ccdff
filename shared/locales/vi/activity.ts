import type { activity as english } from '../en/activity.ts';

export const activity: typeof english = {
  somebody: 'một người trong nhóm',
  left: 'một người đã rời nhóm',
  by: (name, day) => `Của ${name}, ${day}`,
};
