import { panel } from './panel.ts';

/** Words of workspaces, their members and invites. */
export const teams = {
  roles: panel.roles,
  roleHints: {
    owner: 'does all of it, invites, and says who may do what',
    editor: 'keeps, corrects and deletes clips, tags and collections',
    viewer: 'reads, with states and highlights of their own',
  },
  roleLabel: 'Role',
  noName: 'No name yet',

  yourName: 'Your name',
  yourNameLead: 'What the others of a workspace know you by.',
  saveName: 'Save the name',
  nameSaved: 'The name is saved.',

  workspaces: 'Your workspaces',
  switchFrom: (name: string) => `${name}, to your workspaces`,
  workspacesLead: 'Each has a library of its own. Addresses name the workspace that they are of.',
  current: 'opened last',
  unreached: 'cannot be reached just now; nothing of it is lost',
  newWorkspace: 'New workspace',
  newLead: 'A library of its own, for yourself or for a team: you invite the others afterwards.',
  make: 'Make the workspace',
  none: 'You belong to no workspace',
  noneLead:
    'You are signed in, but no workspace has you any more: you left it, or its owner removed you. Open an invite, or make a workspace of your own.',

  members: 'Members',
  membersOf: (name: string) => `Members of ${name}`,
  toAccount: 'To your account',
  rename: 'Rename',
  renamed: 'The workspace has its new name.',
  renamedMeanwhile:
    'Somebody else has given the workspace another name meanwhile, and nothing was overwritten. Below is yours: rename it once more to put it in place of theirs. Theirs:',
  membersLead: 'Who reads and keeps here, and as what.',
  membersLink: 'Who belongs to it',
  you: 'you',
  since: (day: string) => `since ${day}`,
  change: 'Change',
  changeOf: (name: string) => `Change ${name}`,
  leave: 'Leave this workspace',
  leaveLead: 'You can come back by an invite only.',
  lastOwner:
    'You are the only owner: make somebody else the owner before you leave, so that the workspace is not without one.',

  changeRole: 'Change the role',
  roleMeanwhile: (role: string) =>
    `Somebody else has given them another role meanwhile: ${role}. Nothing was done. Look once more, and do it again if it is still what you want.`,
  handOver: 'Hand over',
  handOverLead: (name: string) => `${name} becomes the owner in your place, and you an editor.`,
  remove: 'Remove',
  removeTitle: (name: string) => `Remove ${name}`,
  goes: 'With the next request they find nothing here any more, in no browser and no extension.',
  youGo: 'With your next request you find nothing here any more, in no browser and no extension.',
  backToMembers: 'To the members',

  done: {
    role: 'The role is changed.',
    'handed-over': 'The workspace is handed over. You are an editor now.',
    removed: 'They are out: they find nothing here any more.',
    'guest-removed': 'The guest is out: they find nothing here any more.',
    'invite-revoked': 'The link is revoked: it lets nobody in.',
  },
  left: 'You have left.',
  noneToPair:
    'An extension keeps clips in a workspace, and you belong to none yet. Make one here, then connect it again.',

  invites: 'Invites',
  invitesLead: 'A link lets one person in, once. Send it to nobody else.',
  inviteRole: 'As',
  inviteDays: 'Good for',
  days: (days: number) => (days === 1 ? 'one day' : `${days} days`),
  makeInvite: 'Make a link',
  noInvites: 'No link is open.',
  inviteOf: (role: string, day: string) => `${role}, made on ${day}`,
  expires: (day: string) => `good until ${day}`,
  revoke: 'Revoke',
  revokeOf: (role: string, day: string) => `Revoke the link for ${role}, made on ${day}`,
  inviteMade: 'The link is made',
  shownOnce: (days: string) =>
    `It is shown this once, and lets one person in. It is good for ${days}.`,
  sameLink:
    'It is the link that this form made before, for one person. For another one make another, on the page of the members.',
  link: 'Link',
  copyLink: 'Copy the link',
  copied: 'The link is copied.',

  invitedTo: (workspace: string) => `Join “${workspace}”?`,
  invitedBy: (name: string) => `${name} invites you.`,
  invited: 'You are invited.',
  asEditor: 'You come as an editor: you read all that is kept there, and keep, correct and delete.',
  asViewer:
    'You come as a viewer: you read all that is kept there, with states and highlights of your own.',
  withAccount: 'You join with the account that you are signed in to.',
  newAccount:
    'A new account is made for this browser. Make a passkey afterwards, so that you get in elsewhere too.',
  haveAccount: 'You have an account here?',
  signInFirst: 'Sign in first',
  join: 'Join',
  inAlready: (name: string) => `You read “${name}” already`,
  leftToOthers:
    'You need no invite, and what you may do stays as it is. The link stays good: leave it to whom it is meant for.',
  goThere: 'Open it',
};
