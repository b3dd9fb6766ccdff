// How surely copies are told by their fingerprints: of copies made from real texts, and of what looks like them.
import { areCopies, copiesOf, cutFingerprint, hooksOf } from '../../../shared/story/fingerprint.ts';
import { interval } from '../intervals.ts';
import { printTable } from '../table.ts';
import { EVENT_FILES, reportedEvents } from './corpus.ts';
import { copies, lookalikes, type Pair, printOf } from './pairs.ts';

const haveHook = ([one, other]: Pair['texts']): boolean => {
  const hooks = new Set(hooksOf(printOf(one)));
  return hooksOf(printOf(other)).some((hook) => hooks.has(hook));
};

const areTold = ([one, other]: Pair['texts']): boolean => areCopies(printOf(one), printOf(other));

const NONE = new Uint8Array();
const areToldByCard = ([one, other]: Pair['texts']): boolean =>
  copiesOf(printOf(other))(cutFingerprint(printOf(one)) ?? NONE);

const rowsOf = (pairs: readonly Pair[]): readonly (readonly string[])[] =>
  [...Map.groupBy(pairs, ({ kind }) => kind)].map(([kind, of]) => [
    kind,
    String(of.length),
    String(of.filter(({ texts }) => areTold(texts)).length),
    String(of.filter(({ texts }) => haveHook(texts)).length),
    String(of.filter(({ texts }) => areToldByCard(texts)).length),
  ]);

/** Of different events everything is told apart. */
const printStrangers = (): void => {
  for (const file of EVENT_FILES) {
    const articles = reportedEvents(file);
    let pairs = 0;
    let told = 0;
    for (const [at, one] of articles.entries())
      for (const other of articles.slice(at + 1)) {
        if (one.event === other.event) continue;
        pairs += 1;
        if (areTold([one.text, other.text])) told += 1;
      }
    console.log(
      `${file}: of ${pairs} pairs that report different events, ${told} are told as copies`,
    );
  }
};

type Told = readonly { readonly right: boolean; readonly told: boolean }[];

const share = (of: Told, is: (each: Told[number]) => boolean): number =>
  of.filter(is).length / Math.max(1, of.length);
const precision = (of: Told): number =>
  share(
    of.filter((each) => each.told),
    ({ right }) => right,
  );
const recall = (of: Told): number =>
  share(
    of.filter(({ right }) => right),
    (each) => each.told,
  );

const printFigures = (of: string, told: Told): void => {
  for (const [name, figure] of [
    ['precision', precision],
    ['recall', recall],
  ] as const) {
    const [low, high] = interval(told, figure);
    console.log(`${of}: ${name} ${figure(told).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`);
  }
};

/** Prints how many copies are told and how many of the told are copies. */
export const printCopies = (): void => {
  const made = copies();
  const alike = lookalikes();
  console.log('Copies made of real texts');
  printTable(['what was done', 'pairs', 'told', 'share a hook', 'told by a card'], rowsOf(made));
  console.log('\nWhat is no copy');
  printTable(['what it is', 'pairs', 'told', 'share a hook', 'told by a card'], rowsOf(alike));
  for (const [of, isTold] of [
    ['by whole fingerprints', areTold],
    ['by that of a card', areToldByCard],
  ] as const)
    printFigures(of, [
      ...made.map(({ texts }) => ({ right: true, told: isTold(texts) })),
      ...alike.map(({ texts }) => ({ right: false, told: isTold(texts) })),
    ]);
  printStrangers();
};
