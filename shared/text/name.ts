import { oneLine } from './clean.ts';

/** Whether somebody has typed a name as it reads, however either is composed and whatever in it nobody sees. */
export const isTyped = (typed: string, name: string): boolean => {
  const line = oneLine(typed);
  return typed.trim() === name.trim() || (line !== '' && line === oneLine(name));
};

/**
 * The form in which two names of tags or collections are one: case, kind of white space and what nobody sees make no difference,
 * accents do.
 */
export const foldName = (name: string): string => oneLine(name).toLowerCase();
