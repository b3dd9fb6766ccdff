/** Words of pairing, and of the tokens by which extensions and programs are let in. */
export const tokens = {
  pairTitle: 'Pair an extension',
  pairLead: 'Type the code that the extension shows.',
  isThisIt: 'Is this the code that your extension shows?',
  code: 'Code',
  find: 'Continue',
  isIt: 'Yes, continue',
  unknown:
    'No open pairing has this code. Codes are void after ten minutes, once they were answered, and for everybody else once somebody has entered them.',
  ask: (name: string) => `Let “${name}” into your workspaces?`,
  compare:
    'Approve only if you have just started this yourself and the extension shows the same code.',
  may: 'What it may do',
  scopes: {
    'clip:read clip:write': {
      title: 'Read and keep',
      hint: 'Reads clips, keeps articles, changes and deletes what you may change and delete.',
    },
    'clip:read': { title: 'Read only', hint: 'Reads clips and changes nothing.' },
    'clip:write': { title: 'Keep only', hint: 'Keeps articles and reads nothing, not even those.' },
  },
  where: 'In these workspaces, and in those that you join later:',
  viewer: 'you only read there, and so does it',
  revocable: 'You can revoke that on the page of your account at any time.',
  approve: 'Approve',
  refuse: 'Refuse',
  pairedTitle: 'Paired',
  paired: {
    'clip:read clip:write': (name: string) =>
      `“${name}” can read and keep now. You may close this page.`,
    'clip:read': (name: string) => `“${name}” can read now. You may close this page.`,
    'clip:write': (name: string) => `“${name}” can keep articles now. You may close this page.`,
  },
  title: 'Extensions and programs',
  lead: 'They may act for you in your workspaces until you revoke them.',
  none: 'None yet. Open the extension’s panel and choose to connect a library.',
  since: (day: string) => `let in on ${day}`,
  lastUsed: (day: string) => `last used on ${day}`,
  neverUsed: 'not used yet',
  revoke: 'Revoke',
  revokeOf: (name: string) => `Revoke “${name}”`,
  revoked: 'It is let in no more.',
  byHand: 'Make a token by hand',
  byHandLead:
    'For a browser in which the page to approve a code cannot be opened, or for a program of yours. Whoever has the token is let in.',
  name: 'What it is for',
  make: 'Make the token',
  made: 'Your new token',
  shownOnce:
    'It is shown this once. In the extension’s settings, choose “Paste a token” and give both.',
  server: 'Server address',
  token: 'Token',
  back: 'I have put it in its place',
  refusedTitle: 'Refused',
  refused: (name: string) => `“${name}” was not let in.`,
};
