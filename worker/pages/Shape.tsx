// A form of the API's JSON as people read it: like a type of TypeScript, with what is named elsewhere as links.
import type { JsonSchema } from '@valibot/to-json-schema';
import type { ComponentChildren } from 'preact';

type Definition = JsonSchema | boolean;

/** What the patterns of the schemas mean, by how they begin. */
const PATTERNS: readonly [begins: string, means: string][] = [
  ['^[0-9a-f]{8}-', 'UUID'],
  ['^\\d{4}-\\d{2}-\\d{2}$', 'YYYY-MM-DD'],
  ['^\\d{4}-\\d{2}-\\d{2}T', 'instant'],
];

const patternOf = (pattern: string): string =>
  PATTERNS.find(([begins]) => pattern.startsWith(begins))?.[1] ?? `string like ${pattern}`;

const textOf = ({ pattern, format, maxLength }: JsonSchema): string => {
  const kind = pattern === undefined ? (format ?? 'string') : patternOf(pattern);
  return maxLength === undefined ? kind : `${kind} (≤ ${maxLength})`;
};

const numberOf = ({ type, minimum, maximum }: JsonSchema): string => {
  const ends = [
    minimum === undefined ? '' : `≥ ${minimum}`,
    maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? '' : `≤ ${maximum}`,
  ].filter(Boolean);
  return ends.length > 0 ? `${String(type)} (${ends.join(', ')})` : String(type);
};

const indent = (depth: number): string => '  '.repeat(depth);

const Fields = ({ schema, depth }: { schema: JsonSchema; depth: number }) => {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return <>{'{}'}</>;
  return (
    <>
      {'{\n'}
      {fields.map(([name, field]) => (
        <>
          {indent(depth + 1)}
          {schema.required?.includes(name) ? name : `${name}?`}
          {': '}
          <Shape of={field} depth={depth + 1} />
          {'\n'}
        </>
      ))}
      {`${indent(depth)}}`}
    </>
  );
};

const Choice = ({ of, depth }: { of: readonly Definition[]; depth: number }) => (
  <>
    {of.map((one, at) => (
      <>
        {at > 0 && ' | '}
        <Shape of={one} depth={depth} />
      </>
    ))}
  </>
);

const itemsOf = ({ items }: JsonSchema): Definition | null =>
  items === undefined || Array.isArray(items) ? null : items;

/** A schema, `depth` levels within another. */
export const Shape = ({ of, depth = 0 }: { of: Definition; depth?: number }): ComponentChildren => {
  if (typeof of === 'boolean') return 'any';
  if (of.$ref) {
    const name = of.$ref.split('/').at(-1) ?? '';
    return <a href={`#${name}`}>{name}</a>;
  }
  if (of.const !== undefined) return JSON.stringify(of.const);
  if (of.enum) return of.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = of.anyOf ?? of.oneOf ?? of.allOf;
  if (choices) return <Choice of={choices} depth={depth} />;
  switch (of.type) {
    case 'object':
      return <Fields schema={of} depth={depth} />;
    case 'array': {
      const items = itemsOf(of);
      const most = of.maxItems === undefined ? '' : ` (≤ ${of.maxItems})`;
      return (
        <>
          {'['}
          {items !== null && <Shape of={items} depth={depth} />}
          {`, …]${most}`}
        </>
      );
    }
    case 'string':
      return textOf(of);
    case 'number':
    case 'integer':
      return numberOf(of);
    default:
      return String(of.type ?? 'any');
  }
};
