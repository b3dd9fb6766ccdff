// What a report says of where Dateline runs, and how long it took.
import { browser } from 'wxt/browser';

export interface Surroundings {
  /** Dateline's. */
  version: string;
  /** The browser and its version: 'Firefox 153'. */
  browser: string;
  /** What was done when, in milliseconds since the panel began; of what was done again the last time. */
  times: readonly { readonly name: string; readonly at: number }[];
}

/** The browser by its user agent, with its main version alone. */
export const browserOf = (agent: string): string => {
  const [, name = 'unknown browser', version = ''] =
    /\b(Firefox|Edg|OPR)\/(\d+)/.exec(agent) ??
    /\b(Chrome)\/(\d+)/.exec(agent) ??
    /\b(Version)\/(\d+).*Safari/.exec(agent) ??
    [];
  const names: Record<string, string> = {
    Edg: 'Edge',
    OPR: 'Opera',
    Chrome: 'Chromium',
    Version: 'Safari',
  };
  return `${names[name] ?? name} ${version}`.trim();
};

export const surroundings = (): Surroundings => {
  const marks = performance.getEntriesByType('mark');
  const last = new Map(marks.map(({ name, startTime }) => [name, Math.round(startTime)]));
  return {
    version: browser.runtime.getManifest().version,
    browser: browserOf(navigator.userAgent),
    times: [...last].map(([name, at]) => ({ name, at })),
  };
};
