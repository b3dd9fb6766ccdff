// Which workspace of which library is shown, and the way to another one: where there is more than one.
import type { Texts } from '../../../shared/locales/index.ts';
import { endOf } from '../../../shared/text/apart.ts';
import { hostOf, libraryNames } from '../../lib/library-names.ts';
import { type Destination, destinationOf, isSameDestination } from '../../lib/operation.ts';
import type { Connection } from '../../lib/storage.ts';

interface SwitchProps {
  /** All libraries, the current one first. */
  connections: readonly Connection[];
  /** The one that what is shown goes to. */
  shown: Destination;
  texts: Texts;
  onChoose: (destination: Destination) => void;
}

/** Tells libraries apart: by their servers, and two accounts of one server by the end of their names. */
const groupName = (one: Connection, connections: readonly Connection[]): string =>
  connections.some((other) => other !== one && other.server === one.server)
    ? `${hostOf(one)} (${endOf(one.account)})`
    : hostOf(one);

export const Switch = ({ connections, shown, texts, onChoose }: SwitchProps) => {
  const { panel } = texts;
  const nameOf = libraryNames(connections, texts);
  // In an order that does not change with what is chosen: nothing moves under the reader's hand.
  const sorted = connections.toSorted((one, other) =>
    `${one.server} ${one.account}` < `${other.server} ${other.account}` ? -1 : 1,
  );
  const choices = sorted.flatMap((connection) =>
    connection.workspaces.map(({ id, role }) => {
      const destination = { ...destinationOf(connection), workspace: id };
      const name = nameOf(destination);
      return {
        connection,
        destination,
        label: role === 'viewer' ? panel.onlyReads(name) : name,
      };
    }),
  );
  if (choices.length < 2) return null;
  const options = (of: Connection) =>
    choices.map(
      ({ connection, destination, label }, index) =>
        connection === of && (
          <option value={index} selected={isSameDestination(destination, shown)}>
            {label}
          </option>
        ),
    );
  return (
    <p class="switch">
      <label for="switch">{panel.workspace}</label>
      <select
        id="switch"
        onChange={(event) => {
          const chosen = choices[Number(event.currentTarget.value)];
          if (chosen) onChoose(chosen.destination);
        }}
      >
        {sorted.length === 1
          ? sorted.map(options)
          : sorted.map((connection) => (
              <optgroup label={groupName(connection, sorted)}>{options(connection)}</optgroup>
            ))}
      </select>
    </p>
  );
};
