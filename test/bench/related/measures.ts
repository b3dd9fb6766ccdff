// How good a ranking is that leaves one out and looks for the other reports of its event.
import { interval } from '../intervals.ts';
import type { Report } from './corpus.ts';

const FIRST = 10;

/** What one report's ranking is worth. */
export interface Worth {
  readonly report: Report;
  /** 1 where the first is of the event. */
  readonly first: number;
  /** Average precision of the first ten, divided by ten or by how many there are to be found. */
  readonly average: number;
}

/** The worth of each report's ranking, which is given as places in `reports`; one whose event has no other is passed over. */
export const worths = (
  reports: readonly Report[],
  rank: (at: number) => readonly number[],
): readonly Worth[] =>
  reports.flatMap((report, at) => {
    const relevant = reports.filter(
      ({ event }, other) => other !== at && event !== null && event === report.event,
    ).length;
    if (relevant === 0) return [];
    const hits = rank(at)
      .slice(0, FIRST)
      .map((other) => reports[other]?.event === report.event);
    const precisions = hits.map(
      (hit, place) => (hit ? hits.slice(0, place + 1).filter(Boolean).length : 0) / (place + 1),
    );
    const sum = precisions.reduce((total, precision) => total + precision, 0);
    return [{ report, first: Number(hits[0] ?? false), average: sum / Math.min(FIRST, relevant) }];
  });

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** A figure with its interval over events, since the reports of one are right or wrong together. */
export const figure = (of: readonly Worth[], key: 'first' | 'average'): string => {
  const byEvent = [...Map.groupBy(of, ({ report }) => report.event).values()];
  const combine = (events: readonly (readonly Worth[])[]): number =>
    mean(events.flatMap((worth) => worth.map((one) => one[key])));
  const [low, high] = interval(byEvent, combine);
  return `${combine(byEvent).toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
};
