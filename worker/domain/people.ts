// Who belongs to a workspace, as the others know them.
import type { Members } from '../db/members.ts';

/** What members are called, by account; '' where they have not told it. */
export const peopleOf = async (
  { members }: { members: Members },
  workspace: string,
): Promise<ReadonlyMap<string, string>> =>
  new Map((await members.ofWorkspace(workspace)).map(({ account, name }) => [account, name]));
