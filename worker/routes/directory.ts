// A request goes to the database in which its library lies: where it was last, and where the accounts say if it is there no
// more. Where only one database is bound nothing is asked for that.
import { Unavailable } from '../db/database.ts';
import { FIRST } from '../db/databases.ts';
import type { Question } from '../db/question.ts';
import type { LibraryKey } from '../domain/directory.ts';
import { type AppContext, servicesAt } from './services.ts';

/** From here on the request's library is the one in the database of a binding. */
const goTo = (c: AppContext, binding: string): void => {
  if (c.var.services.binding !== binding) c.set('services', servicesAt(c.var.services, binding));
};

/** Of what is null where it was not found. */
export const isNowhere = (answer: unknown): boolean => answer === null;

/** How often a library is looked for that moves just now. */
const LOOKS = 4;

/**
 * Asks something about a library in the database in which it lies, in which the request's services are from then on. `make`
 * makes the question of these: it is made and asked anew where the accounts name another database than the one that was
 * asked, and once more where, by `isMissing`, it was found in neither: it may have moved between the two answers. Throws
 * Unavailable for one that moves on and on.
 */
export const askWhereItLies = async <T>(
  c: AppContext,
  key: LibraryKey,
  make: () => Question<T>,
  isMissing: (answer: T) => boolean,
): Promise<T> => {
  const { directory, services } = c.var;
  if (services.databases.names.length === 1) return services.ask(make());
  goTo(c, directory.lastOf(key) ?? FIRST);
  let wasMissing = false;
  for (let look = 0; look < LOOKS; look += 1) {
    const { ask, binding, workspaces } = c.var.services;
    // oxlint-disable-next-line no-await-in-loop
    const [named, answer] = await ask(workspaces.lying(key).and(make()));
    if (named === null) return answer;
    directory.note(key, named === FIRST ? null : named);
    if (named === binding) {
      if (wasMissing || !isMissing(answer)) return answer;
      wasMissing = true;
    }
    goTo(c, named);
  }
  throw new Unavailable('a library moves on and on');
};
