// What is said before somebody leaves a workspace or is removed from it.
import { leavingTexts } from '../../shared/locales/leaving.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { feedsAddress } from './feeds.ts';
import { sharesAddress } from './shares.ts';

/** What of a library is one person's alone; more than `most` are not counted. */
export interface Belongings {
  states: number;
  highlights: number;
  searches: number;
  most: number;
}

const NUMBERS: Record<InterfaceLanguage, string> = { en: 'en-GB', vi: 'vi' };

/** A number as people read it. */
export const numberIn = (language: InterfaceLanguage, count: number): string =>
  count.toLocaleString(NUMBERS[language]);

/** What goes with a member and what stays. */
export const WhatGoes = ({
  language,
  workspace,
  isYou,
  belongings: { states, highlights, searches, most },
}: {
  language: InterfaceLanguage;
  workspace: string;
  isYou: boolean;
  belongings: Belongings;
}) => {
  const t = leavingTexts(language);
  const count = (found: number): string =>
    found > most ? t.more(numberIn(language, most)) : numberIn(language, found);
  const going = [
    states > 0 && t.states(count(states)),
    highlights > 0 && t.highlights(count(highlights)),
    searches > 0 && t.searches(count(searches)),
  ].filter((words) => words !== false);
  return (
    <>
      {going.length > 0 && (
        <>
          <p>{isYou ? t.yoursGoes : t.theirsGoes}</p>
          <ul>
            {going.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </>
      )}
      <p>{isYou ? t.keptOfYoursStays : t.keptStays}</p>
      <p>
        {isYou ? t.yourLinks : t.feeds}{' '}
        <a href={isYou ? sharesAddress(workspace) : feedsAddress(workspace)}>
          {isYou ? t.toLinks : t.toFeeds}
        </a>
      </p>
    </>
  );
};
