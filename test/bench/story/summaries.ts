// What is left of hand-made stories in their joint summaries.
import { storySummary } from '../../../shared/story/summary.ts';
import { printTable } from '../table.ts';
import {
  bodiesOf,
  factsIn,
  handMade,
  type HandMade,
  lengthOf,
  repeatsIn,
  summariesOf,
} from './told.ts';

const GIVEN = {
  'summaries of two sentences': (story: HandMade) => summariesOf(story, 2),
  'summaries of three sentences': (story: HandMade) => summariesOf(story, 3),
  bodies: bodiesOf,
} as const;

/** Prints facts kept, share of length and repeats. */
export const printSummaries = (): void => {
  const stories = [...handMade('vi'), ...handMade('en')];
  for (const [name, give] of Object.entries(GIVEN)) {
    console.log(`\nJoint summaries from ${name}`);
    let [facts, there, all, share] = [0, 0, 0, 0];
    const rows = stories.map((story) => {
      const given = give(story);
      const told = storySummary(given);
      const kept = factsIn(story, told);
      const length = lengthOf(told) / lengthOf(given);
      facts += kept;
      there += factsIn(story, given);
      all += story.facts.length;
      share += length / stories.length;
      return [
        story.name,
        String(story.clips.length),
        `${kept} of ${factsIn(story, given)}, ${story.facts.length} in all`,
        `${told.length} of ${given.length}`,
        length.toFixed(2),
        `${repeatsIn(told)} of ${repeatsIn(given)}`,
      ];
    });
    printTable(['story', 'clips', 'facts', 'sentences', 'share of length', 'repeats'], rows);
    console.log(`facts ${facts} of ${there}, ${all} in all; ${share.toFixed(2)} of the length`);
  }
};
