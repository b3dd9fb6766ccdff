// How well stories are told: documents placed one after another as they are kept, B-cubed (Bagga and Baldwin 1998)
// against the events that they report.
import type { Described } from '../../../shared/story/described.ts';
import { describe } from '../../../worker/local/predict/story.ts';
import { openStories } from '../../../worker/local/predict/stories.ts';
import { interval } from '../intervals.ts';
import { seededRandom } from '../random.ts';
import { printTable } from '../table.ts';
import { toldTexts } from '../summary/corpus.ts';
import { EVENT_FILES, isHeldOut, type Reported, reportedEvents } from './corpus.ts';

const SHUFFLES = 20;
/** Texts of many other days around the events, some of which report one event too. */
const AROUND = { 'vietnamese-mds-dev': 'baomoi-dev', 'ecbplus-dev': 'cnndm-validation' } as const;
const MOST_AROUND = 500;

/** A document with what it reports, and the story it was put into. */
interface Placed {
  readonly reported: Reported;
  readonly story: string;
}

/** What one document adds to B-cubed. */
interface Score {
  readonly precision: number;
  readonly recall: number;
}

const scoresOf = (placed: readonly Placed[]): readonly (Score & { readonly of: Reported })[] => {
  const stories = Map.groupBy(placed, ({ story }) => story);
  const events = Map.groupBy(placed, ({ reported }) => reported.event);
  return placed.map(({ reported, story }) => {
    const told = stories.get(story) ?? [];
    const right = told.filter((each) => each.reported.event === reported.event).length;
    const wanted = events.get(reported.event)?.length ?? 1;
    return { of: reported, precision: right / told.length, recall: right / wanted };
  });
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const precisionOf = (scores: readonly Score[]): number =>
  mean(scores.map(({ precision }) => precision));
const recallOf = (scores: readonly Score[]): number => mean(scores.map(({ recall }) => recall));
const f1Of = (scores: readonly Score[]): number => {
  const [precision, recall] = [precisionOf(scores), recallOf(scores)];
  return (2 * precision * recall) / (precision + recall || 1);
};

const described = new Map<Reported, Described>();
const descriptionOf = (reported: Reported): Described => {
  const known = described.get(reported) ?? describe(reported);
  described.set(reported, known);
  return known;
};

/** The stories as each document was answered with when it came, and as they are at the end. */
const stream = (documents: readonly Reported[]) => {
  const stories = openStories();
  const answered = documents.map((reported) => ({
    reported,
    story: stories.add(descriptionOf(reported)),
  }));
  const atTheEnd = documents.map((reported) => ({
    reported,
    story: stories.storyOf(descriptionOf(reported)),
  }));
  return { answered: scoresOf(answered), atTheEnd: scoresOf(atTheEnd) };
};

const shuffled = <Item>(items: readonly Item[], seed: number): readonly Item[] => {
  const random = seededRandom(seed);
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
};

const cell = (scores: readonly Score[], figure: (scores: readonly Score[]) => number): string => {
  const [low, high] = interval(scores, figure);
  return `${figure(scores).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
};

const spreadOf = (values: readonly number[]): string => {
  const average = mean(values);
  const deviation = Math.sqrt(mean(values.map((value) => (value - average) ** 2)));
  return `${average.toFixed(3)} ± ${deviation.toFixed(3)}, ${Math.min(...values).toFixed(3)} to ${Math.max(...values).toFixed(3)}`;
};

/** Prints B-cubed on both halves, its spread over orders of arrival, and with other texts around. */
export const printEvents = (): void => {
  const rows: string[][] = [];
  const spreads: string[][] = [];
  const around: string[][] = [];
  for (const file of EVENT_FILES) {
    const documents = reportedEvents(file);
    const { answered, atTheEnd } = stream(documents);
    for (const [of, serves] of [
      ['tuned on', (reported: Reported) => !isHeldOut(reported)],
      ['held out', isHeldOut],
      ['both', () => true],
    ] as const) {
      const some = answered.filter((score) => serves(score.of));
      const end = atTheEnd.filter((score) => serves(score.of));
      rows.push([
        file,
        `${of}, ${some.length}`,
        cell(some, f1Of),
        cell(some, precisionOf),
        cell(some, recallOf),
        f1Of(end).toFixed(3),
      ]);
    }
    const runs = Array.from({ length: SHUFFLES }, (_, at) => stream(shuffled(documents, at + 1)));
    spreads.push([
      file,
      spreadOf(runs.map((run) => f1Of(run.answered))),
      spreadOf(runs.map((run) => f1Of(run.atTheEnd))),
      spreadOf(runs.map((run) => precisionOf(run.atTheEnd))),
    ]);
    const others = toldTexts(AROUND[file])
      .slice(0, MOST_AROUND)
      .map((told): Reported => Object.assign({ event: `around ${told.id}` }, told));
    const mixed = stream(shuffled([...documents, ...others], 1)).answered;
    const ofEvents = mixed.filter((score) => documents.includes(score.of));
    around.push(
      [file, f1Of(ofEvents), precisionOf(ofEvents), recallOf(ofEvents)].map((value) =>
        typeof value === 'number' ? value.toFixed(3) : value,
      ),
    );
  }
  console.log('\nStories of events, in the order of the file');
  printTable(['set', 'measured on', 'B-cubed F1', 'precision', 'recall', 'F1 at the end'], rows);
  console.log(`\nF1 in ${SHUFFLES} orders`);
  printTable(['set', 'as answered', 'at the end', 'precision at the end'], spreads);
  console.log(`\nWith ${MOST_AROUND} other texts in between`);
  printTable(['set', 'B-cubed F1', 'precision', 'recall'], around);
};
