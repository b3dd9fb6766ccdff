import { type AppContext, ownOrigin } from './services.ts';

/** The address that an invite is sent by. */
export const inviteLink = (c: AppContext, token: string): string =>
  `${ownOrigin(c)}/invite/${token}`;
