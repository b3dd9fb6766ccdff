// Pocket's own export: tables with the columns title, url, time_added, tags, status, and in older ones cursor.
import Papa from 'papaparse';
import { clip, oneLine } from '../text/clean.ts';
import { type Emit, MAX_LABEL } from './found.ts';

/** One newline for all: there are files with CR LF, and others with LF CR. */
const normalised = (text: string): string => text.replace(/\r\n|\n\r|\r/g, '\n');

const columnsOf = (text: string): string[] => {
  const { data } = Papa.parse<string[]>(text.slice(0, 2_000), { preview: 1, delimiter: ',' });
  return (data[0] ?? []).map((name) => name.trim().toLowerCase());
};

/** Whether a text is a table of Pocket's. */
export const isPocket = (text: string): boolean => {
  const columns = columnsOf(text);
  return columns.includes('url') && columns.includes('time_added');
};

/** Whether a text is a table of some other tool's: its first line names a column of addresses among others. */
export const isOtherTable = (text: string): boolean => {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const names = first.split(/[,;\t]/).map((name) => name.replaceAll('"', '').trim().toLowerCase());
  return names.length > 1 && names.includes('url');
};

/** Emits every row of a table of Pocket's. */
export const readPocket = (text: string, emit: Emit): void => {
  const columns = columnsOf(text);
  const column = (name: string) => {
    const at = columns.indexOf(name);
    return (row: readonly string[]): string => (at < 0 ? '' : (row[at] ?? ''));
  };
  const [address, title, added, tags] = [
    column('url'),
    column('title'),
    column('time_added'),
    column('tags'),
  ];
  let isHeader = true;
  Papa.parse<string[]>(normalised(text), {
    delimiter: ',',
    newline: '\n',
    skipEmptyLines: 'greedy',
    step: ({ data: row, errors }) => {
      if (errors.some(({ code }) => code === 'MissingQuotes'))
        emit({
          what: clip(oneLine(row.join(' ').slice(0, 1_000)), MAX_LABEL),
          reason: 'open-quote',
        });
      else if (!isHeader)
        emit({
          address: address(row),
          title: title(row),
          added: added(row),
          tags: tags(row).split('|'),
          folder: [],
        });
      isHeader = false;
    },
  });
};
