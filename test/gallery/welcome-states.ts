// Every state of the page that greets a newcomer.
import type { WelcomeState } from '../../extension/entrypoints/welcome/WelcomeView.tsx';
import { LAND } from './clips.ts';
import { CONNECTION, UNPAIRED } from './options-states.ts';

const fresh: Omit<WelcomeState, 'language'> = {
  zone: 'Asia/Ho_Chi_Minh',
  family: 'chromium',
  isPinned: false,
  readKey: 'Alt+Shift+D',
  keepKey: 'Alt+Shift+S',
  server: 'http://localhost:8787',
  pairing: UNPAIRED,
  isWithoutServer: false,
  trial: { sample: LAND, isRead: false, sentence: null },
};

/** By name; the interface's language is the only thing left open. */
export const WELCOME_STATES: Record<string, Omit<WelcomeState, 'language'>> = {
  welcome: fresh,
  'welcome-firefox': { ...fresh, family: 'firefox', isPinned: null, keepKey: null },
  'welcome-android': {
    ...fresh,
    family: 'android',
    isPinned: null,
    readKey: null,
    keepKey: null,
  },
  'welcome-no-sample': { ...fresh, trial: null },
  'welcome-alone': {
    ...fresh,
    isPinned: true,
    isWithoutServer: true,
    trial: { sample: LAND, isRead: true, sentence: 1 },
  },
  'welcome-code': {
    ...fresh,
    pairing: {
      ...UNPAIRED,
      pairing: {
        server: CONNECTION.server,
        started: {
          device_code: 'D'.repeat(43),
          user_code: 'BCDF-GHJK',
          verification_uri: 'http://localhost:8787/pair',
          verification_uri_complete: 'http://localhost:8787/pair?code=BCDF-GHJK',
          expires_in: 600,
          interval: 5,
        },
        expiresAt: 0,
      },
    },
  },
  'welcome-paired': {
    ...fresh,
    isPinned: true,
    pairing: { ...UNPAIRED, connections: [CONNECTION] },
    trial: { sample: LAND, isRead: true, sentence: null },
  },
};
