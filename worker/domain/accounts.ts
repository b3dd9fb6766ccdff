// Ending an account, with what is its alone.
import type { Accounts, Standing } from '../db/accounts.ts';
import type { Clock } from './ids.ts';
import { Refusal } from './refusal.ts';

/**
 * How many workspaces of one's own are deleted with an account, for all of which a request of the free plan has room: more
 * have to be deleted one by one before.
 */
const MOST_OWN = 4;

/** What becomes of the workspaces of an account that ends. */
export interface Ending {
  /** Nobody else belongs to these: they end with it. */
  own: Standing[];
  /** These go on without it. */
  left: Standing[];
  /** These would be without an owner, or are too many to end with it: they are handed over or deleted before. */
  before: Standing[];
}

/** Whether a workspace is not without an owner when the account is gone. */
const isLeft = ({ role, has_owners: hasOwners }: Standing): boolean =>
  role !== 'owner' || hasOwners;

/** What becomes of its workspaces where an account ends. */
export const endingOf = async (
  { accounts }: { accounts: Accounts },
  account: string,
): Promise<Ending> => {
  const all = await accounts.standings(account);
  const alone = all.filter((each) => !each.has_others);
  return {
    own: alone.slice(0, MOST_OWN),
    left: all.filter((each) => each.has_others && isLeft(each)),
    before: [...all.filter((each) => each.has_others && !isLeft(each)), ...alone.slice(MOST_OWN)],
  };
};

/** Ends an account. Throws 'last-owner' where a workspace has to be handed over, or deleted, before. */
export const endAccount = async (
  tools: { accounts: Accounts; now: Clock },
  account: string,
): Promise<void> => {
  const { own, before } = await endingOf(tools, account);
  if (before.length > 0 || !(await tools.accounts.remove(account, own, tools.now().toISOString())))
    throw new Refusal('last-owner');
};
