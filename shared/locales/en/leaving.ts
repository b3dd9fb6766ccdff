const counted = (count: string, one: string, more: string): string =>
  `${count} ${count === '1' ? one : more}`;

/** Words of leaving, removing and deleting. */
export const leaving = {
  more: (most: string) => `more than ${most}`,
  states: (count: string) =>
    counted(count, 'state (to read, done, starred)', 'states (to read, done, starred)'),
  highlights: (count: string) =>
    counted(count, 'highlight with its note', 'highlights with their notes'),
  searches: (count: string) => counted(count, 'saved search', 'saved searches'),
  theirsGoes: 'What was theirs alone is deleted:',
  yoursGoes: 'What was yours alone is deleted:',
  keptStays:
    'All that was kept stays in the library, what only they kept, too. So do notes for the team. They stand there without a name, as of somebody who has left.',
  keptOfYoursStays:
    'All that was kept stays in the library, what only you kept, too. So do notes for the team. They stand there without your name, as of somebody who has left.',
  yourLinks:
    'Public links that you made lead on to what they show. Revoke them before where they should not.',
  toLinks: 'Public links',
  feeds:
    'The addresses of feeds and public links are the workspace’s: whoever has them reads on until they are exchanged.',
  toFeeds: 'Exchange them',

  deleteWorkspace: 'Delete this workspace',
  deleteLead: 'With all that it holds, for all who belong to it.',
  deleteTitle: (name: string) => `Delete “${name}”?`,
  clips: (count: string) => counted(count, 'clip', 'clips'),
  membersOut: (count: string) =>
    count === '1'
      ? 'Nobody but you belongs to it.'
      : `${count} people belong to it, you among them: none gets in any more.`,
  clipsGo: (clips: string) =>
    `${clips} with texts, tags, collections, highlights and states go for good, what lies in the trash too. Nothing brings them back; export them first.`,
  addressesDie: 'Its feeds, shared pages, invites and addresses find nothing from that moment on.',
  otherWorkspaces: 'Other workspaces keep what is theirs.',
  typeName: (name: string) => `Type its name, ${name}, so that it is no slip`,
  wrongName: 'That is not its name. Nothing was deleted.',
  deleteNow: 'Delete it for good',
  deleted: 'The workspace is deleted.',
  toExport: 'To the export',

  exportAccount: 'What is yours',
  exportAccountLead:
    'Your name, passkeys, sessions and workspaces, and of each your states, highlights, saved searches and what you did there, as JSON Lines. Clips come with the export of their library.',
  exportAccountNow: 'Export what is yours',

  deleteAccount: 'Delete your account',
  deleteAccountLead:
    'With its passkeys, sessions and tokens, and with the workspaces that are yours alone.',
  accountTitle: 'Delete your account?',
  signInGoes:
    'Passkeys, recovery codes, sessions and the tokens of extensions end at once: nothing signs you in any more.',
  ownGo: 'These workspaces are yours alone, and are deleted with all that they hold:',
  youLeave: 'You leave these, and what was yours alone there is deleted:',
  handOverFirst:
    'You are the only owner of these, to which others belong. Hand them over, or delete them, before:',
  sure: 'Yes, for good',
  deleteAccountNow: 'Delete my account',
  accountDeleted: 'Your account is deleted',
  accountDeletedLead:
    'This browser is signed out. What was yours alone is deleted by itself in the next minutes, or as soon as its database can be reached. What others share stays theirs.',
};
