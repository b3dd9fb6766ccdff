/** Words of guests, who read one collection and nothing else. */
export const guests = {
  to: 'To',
  all: 'the whole workspace',
  toHint:
    'Who is let into one collection reads its clips and their texts, and sees nothing else: no tags, notes or states. For a guest the role does not matter.',
  guests: 'Guests',
  guestsLead: 'They read one collection each, and see nothing else of this workspace.',
  goneCollection: 'a collection that is gone',
  since: (day: string) => `since ${day}`,
  remove: 'Remove',
  removeOf: (name: string, collection: string) => `Remove ${name} from ${collection}`,
  visits: 'Collections that you are a guest of',
  leave: 'Leave',
  leaveOf: (collection: string) => `Leave ${collection}`,
  invitedTo: (collection: string, workspace: string) => `Read “${collection}” of “${workspace}”?`,
  asGuest: 'You come as a guest: you read the clips of this collection and their texts.',
  joined: 'You are in: this is the collection that you were invited to.',
  onlyHere:
    'So far nothing but this browser lets you in. Make a passkey in your account, so that you get in elsewhere too.',
  inviteTo: (collection: string) => `Guest of ${collection}`,
};
