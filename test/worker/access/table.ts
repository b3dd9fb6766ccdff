// The tables of docs/access.md: what each who may ask is answered, route by route.
import text from '../../../docs/access.md?raw';

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

export interface Row {
  route: string;
  /** The status of each answer, by the head of its column. */
  answers: Readonly<Record<string, number>>;
}

const lines = text.split('\n').filter((line) => line.startsWith('| '));
const heads = cellsOf(lines.find((line) => line.startsWith('| route |')) ?? '').slice(1);

/** Every row, in the order of the page. */
export const ACCESS: readonly Row[] = lines
  .map(cellsOf)
  .filter(([route = '']) => /^`[A-Z]+ \//.test(route))
  .map(([route = '', ...statuses]) => ({
    route: route.replaceAll('`', ''),
    answers: Object.fromEntries(heads.map((head, at) => [head, Number(statuses[at])])),
  }));
