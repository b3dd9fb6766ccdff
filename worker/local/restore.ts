// `npm run restore -- FILE`: a backup into an installation that holds nothing; `--remote` for the deployed one.
import { restoreLocal } from './backup/local.ts';
import { deployed, restoreRemote } from './backup/remote.ts';
import { readWords } from './backup/words.ts';
import { openDataFolder } from './data.ts';
import { reportFailure } from './process.ts';

const restore = async (): Promise<void> => {
  const { file = '', remote } = readWords('restore');
  const header = remote
    ? await restoreRemote(file, deployed())
    : await restoreLocal(file, openDataFolder());
  console.log(
    `Restored as of ${header.at}. ${remote ? 'The server has it now.' : 'npm start serves it.'}`,
  );
  if (!header.secret)
    console.log(
      "The backup holds no secret: feed addresses stay as they were only if the server's secret is still the same.",
    );
};

await restore().catch(reportFailure);
