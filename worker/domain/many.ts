// What a person does with many clips at once.
import type { Filings } from '../db/filings.ts';
import type { Library } from '../db/libraries.ts';
import type { Readings } from '../db/reading.ts';
import type { ManyAnswer, ManyWrite } from '../../shared/schema/many.ts';
import { unfiled } from './filings.ts';
import { type NamingTools, newFiling } from './naming.ts';

/** Does one act on many clips; those that are not there are passed over. */
export const actOnMany = async (
  tools: NamingTools & { filings: Filings; readings: Readings },
  { workspace }: Pick<Library, 'workspace'>,
  account: string,
  write: ManyWrite,
): Promise<ManyAnswer> => {
  const { clips: ids } = write;
  const at = tools.now().toISOString();
  const clips =
    write.act === 'read'
      ? await tools.readings.set(workspace, account, ids, write.reading, at)
      : await tools.filings.writeMany(
          workspace,
          ids,
          newFiling(tools, write.change.add),
          unfiled(write.change.remove),
          { account, at },
        );
  return { clips };
};
