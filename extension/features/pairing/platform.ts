import { mayTellPlatform } from '../../lib/consent.ts';

/** How this browser is told to a person: 'Chromium, Linux': names alone, which are the same in every language. */
const platformName = (agent: string): string => {
  const browserName =
    (/\bFirefox\//.test(agent) && 'Firefox') ||
    (/\bEdg\//.test(agent) && 'Edge') ||
    (/\bOPR\//.test(agent) && 'Opera') ||
    'Chromium';
  const system =
    (/\bAndroid\b/.test(agent) && 'Android') ||
    (/\bWindows\b/.test(agent) && 'Windows') ||
    (/\bMac OS X\b/.test(agent) && 'macOS') ||
    (/\bCrOS\b/.test(agent) && 'ChromeOS') ||
    'Linux';
  return `${browserName}, ${system}`;
};

/** The name that stands in the library's list of browsers, and on the page where the person approves it. */
export const ownName = async (): Promise<string> =>
  (await mayTellPlatform()) ? `Dateline · ${platformName(navigator.userAgent)}` : 'Dateline';
