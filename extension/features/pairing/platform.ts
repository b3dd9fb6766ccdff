/** How this browser is told to a person: 'Chromium, Linux': names alone, which are the same in every language. */
export const platformName = (agent: string): string => {
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
