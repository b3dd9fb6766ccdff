// `npm run backup -- [FILE]`: everything the server keeps, in one file; `--remote` for the deployed one.
import path from 'node:path';
import { backupFolder, timeInName } from './backup/before-migration.ts';
import { backupLocal } from './backup/local.ts';
import { backupRemote, deployed } from './backup/remote.ts';
import { readWords } from './backup/words.ts';
import { openDataFolder } from './data.ts';
import { reportFailure } from './process.ts';

const backup = async (): Promise<void> => {
  const words = readWords('backup');
  const data = openDataFolder();
  const name = `dateline-${timeInName(new Date())}.jsonl.gz`;
  const file = words.file ?? path.join(backupFolder(data), name);
  const counts = words.remote
    ? await backupRemote(file, deployed())
    : await backupLocal(file, data);
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  console.log(`${counts['clip'] ?? 0} clips (${rows} rows in all) are in ${file}`);
  console.log(
    words.remote
      ? "Cloudflare shows nobody the server's secret, so the backup has none: docs/backup.md says when that matters."
      : "It holds the server's secret too: keep it as private as the library.",
  );
};

await backup().catch(reportFailure);
