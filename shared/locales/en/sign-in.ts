/** Words of signing in and of one's account. */
export const signIn = {
  title: 'Sign in',
  entered: {
    kept: 'What you have entered is not lost: you find it when you have signed in.',
    lost: 'What you have entered was not sent and could not be kept: go back in your browser, copy it, and then sign in.',
  },
  waits: 'Not sent yet',
  waitsLead: 'You had entered this when you were not signed in any more. Nothing was done with it.',
  send: 'Send it now',
  lead: 'Your device asks for your fingerprint, your face or its PIN. There is no password.',
  withPasskey: 'Sign in with a passkey',
  noScript: 'Passkeys need JavaScript, which is off here. A recovery code works without it.',
  waiting: 'Waiting for your device …',
  codeTitle: 'No passkey at hand?',
  code: 'Recovery code',
  codeHint: 'One of the ten codes that you put by, like BDWP‑HQRT‑KLMN‑VWXZ. Each works once.',
  withCode: 'Sign in with the code',
  codeWrong: 'No account has this code. Codes work once, and new ones make those before void.',
  neither:
    'If you have neither, ask whoever runs this server: “npm run claim” prints a link that signs you in again.',

  claimTitle: 'Sign in again',
  claimOf: 'Signs in to the account of',
  claimLead:
    'This link signs you in once. Passkeys, recovery codes and browsers that let you in before do so no more: make a passkey for this device then.',
  claimOtherTitle: 'This link is for another account',
  claimOther:
    'You are signed in to an account of your own in this browser. If the link was made for you, sign out first, or open it in another browser. It was not used.',
  anew: 'You are signed in anew: the passkeys and codes of before are void, and all other browsers are signed out. Make a passkey now, and revoke below what you have lost as well.',
  linkOpen: (day: string, time: string, last: string) =>
    `Whoever runs this server made a link on ${day} that signs in to your account: once, until ${time} on ${last}. It ends whatever let you in before, this browser too. If you did not ask for it, end it, and tell them.`,
  endLink: 'End this link',
  linkEnded: 'The link signs nobody in any more.',
  linkUsed: (day: string) =>
    `On ${day} a link of whoever runs this server signed in to your account. The passkeys, codes and browsers of before are let in no more.`,
  lostAll: (account: string) =>
    `Lost every passkey and code? Whoever runs this server makes you a link by “npm run claim -- --account ${account}”.`,

  account: 'Your account',
  accountLink: 'Sign-in, devices, extensions',
  accountLead: 'How you sign in, where you are signed in, and what may act for you.',
  newcomer:
    'So far nothing lets you in but browsers that are signed in. Make a passkey, and put recovery codes by.',

  passkeys: 'Passkeys',
  passkeysLead: 'A passkey stays on your device, or with your password manager on all of them.',
  onlyOne: 'You have one. A second one, on another device, lets you in where the first is lost.',
  makePasskey: 'Make a passkey',
  againFirst: (minutes: number) =>
    `To make one, sign in again first: the last time is more than ${minutes} minutes ago.`,
  again: 'Sign in again',
  noMore: (most: number) => `You have ${most}, and there can be no more. Remove one first.`,
  unknownDevice: 'Unknown device',
  passkeyMade: 'The passkey is made. It signs you in from now on.',
  made: (day: string) => `made on ${day}`,
  used: (day: string) => `last used on ${day}`,
  notUsed: 'not used yet',
  remove: 'Remove',
  removePasskeyOf: (device: string, day: string) =>
    `Remove the passkey of ${device}, made on ${day}`,
  removed:
    'The passkey is removed here. Delete it on the device as well; where it has signed in, that lasts until you end it below.',

  codes: 'Recovery codes',
  codesLead: 'For when no passkey is at hand: each signs you in once, from anywhere.',
  codesLeft: (codes: number) =>
    codes === 0 ? 'You have none.' : codes === 1 ? 'One is left.' : `${codes} are left.`,
  makeCodes: 'Make ten new codes',
  makeCodesVoids: 'Those that you have now become void.',
  codesMade: 'Your recovery codes',
  codesShownOnce:
    'They are shown this once. Print them or write them down, and put them where nobody else looks.',
  codesDone: 'I have put them by',

  sessions: 'Where you are signed in',
  here: 'this browser',
  since: (day: string) => `since ${day}`,
  end: 'Sign out',
  endOf: (device: string, day: string) => `Sign out ${device}, signed in since ${day}`,
  endOthers: 'Sign out everywhere else',
  endHere: 'Sign out here',
  ended: 'That browser is signed out.',
  othersEnded: 'All other browsers are signed out.',

  troubles: {
    offline: 'The server cannot be reached. Nothing was changed; try again when it is back.',
    busy: 'The server is busy, or this was tried too often. Try again in some minutes.',
    'sign-in': 'You are not signed in any more. Load the page again.',
    forbidden: 'It is some time since you signed in. Sign in again first, then do this.',
    full: 'You have as many passkeys as there can be. Remove one first.',
    cancelled: 'Nothing was done: it was cancelled, or it took too long.',
    known: 'This device has a passkey for your account already.',
    unable:
      'This browser cannot do that here. Passkeys need https, or localhost, and a screen lock.',
    refused: 'The server does not know this passkey, or it came too late. Try again.',
  },
};
