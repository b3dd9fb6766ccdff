// The libraries: connect to one by a code that the person approves there, or by a token; choose among them, disconnect.
import type { TargetedSubmitEvent } from 'preact';
import type { Texts } from '../../../shared/locales/index.ts';
import { KeptFocus } from '../../lib/KeptFocus.tsx';
import { libraryNames } from '../../lib/library-names.ts';
import { type Destination, destinationOf } from '../../lib/operation.ts';
import type { Connection, PairingInFlight } from '../../lib/storage.ts';
import type { PairingFailure } from './pair.ts';

export interface PairingState {
  /** Whether a server is being asked. */
  connecting: boolean;
  /** Where the person has to approve a code on the library's own page. */
  pairing: PairingInFlight | null;
  /** All libraries, the current one first. */
  connections: readonly Connection[];
  /** Why the last attempt came to nothing. */
  failure: PairingFailure | 'bad-address' | null;
  /** The connection of which it is asked whether to end it, by its token, and how much would be left waiting. */
  asksToDisconnect: { token: string; waiting: number } | null;
  /** The server that could not be told that its token is given up. */
  notRevoked: string | null;
}

export interface PairingActions {
  onConnect: (typed: string) => void;
  /** Connects by a token that was made by hand. */
  onPaste: (typed: string, token: string) => void;
  onCancel: () => void;
  onOpenApproval: () => void;
  /** Makes a workspace of a library the one that clips go to. */
  onChoose: (destination: Destination) => void;
  /** Ends the connection of a token. */
  onDisconnect: (token: string) => void;
}

export interface PairingProps extends PairingActions {
  state: PairingState;
  /** The address to start from. */
  server: string;
  texts: Texts;
}

const failureText = (failure: PairingFailure | 'bad-address', { panel }: Texts): string =>
  failure === 'bad-address' ? panel.badServer : panel.pairingFailed[failure];

const Connect = ({ state, server, texts, onConnect, onPaste }: PairingProps) => {
  const { panel } = texts;
  const { failure, connecting } = state;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [typed, token] = [form.get('server'), form.get('token')];
    if (typeof typed !== 'string') return;
    if (typeof token === 'string' && token.trim() !== '') onPaste(typed, token);
    else onConnect(typed);
  };
  return (
    <form onSubmit={submit} novalidate>
      <p>{panel.libraryIntro}</p>
      <label for="server">{panel.server}</label>
      <div class="row">
        <input
          id="server"
          name="server"
          type="url"
          inputMode="url"
          autocomplete="url"
          spellcheck={false}
          defaultValue={server}
          aria-describedby="server-hint server-failure"
          aria-invalid={failure === 'bad-address'}
        />
        <button type="submit" class="strong" aria-disabled={connecting}>
          {panel.connectAction}
        </button>
      </div>
      <p class="remark" id="server-hint">
        {panel.serverHint}
      </p>
      <details open={failure === 'bad-token'}>
        <summary>{panel.pasteToken}</summary>
        <p>
          <label for="token">{panel.token}</label>
          <input
            id="token"
            name="token"
            type="password"
            autocomplete="off"
            spellcheck={false}
            aria-describedby="token-hint server-failure"
            aria-invalid={failure === 'bad-token'}
          />
        </p>
        <p class="remark" id="token-hint">
          {panel.tokenHint}
        </p>
      </details>
      <p class="alert" id="server-failure" role="alert">
        {failure && failureText(failure, texts)}
      </p>
      {connecting && <p aria-live="polite">{panel.connecting}</p>}
    </form>
  );
};

const Code = ({
  pairing,
  texts: { panel },
  onCancel,
  onOpenApproval,
}: PairingProps & {
  pairing: PairingInFlight;
}) => (
  <div>
    <p tabIndex={-1} data-news aria-describedby="pairing-code">
      {panel.codeIntro}
    </p>
    <p class="code" id="pairing-code">
      {pairing.started.user_code}
    </p>
    <div class="row">
      <button type="button" onClick={onOpenApproval}>
        {panel.openApproval}
      </button>
      <button type="button" onClick={onCancel}>
        {panel.cancel}
      </button>
    </div>
  </div>
);

type NameOf = ReturnType<typeof libraryNames>;

const Workspaces = ({
  connection,
  nameOf,
  texts: { panel },
  onChoose,
}: PairingProps & { connection: Connection; nameOf: NameOf }) => (
  <p>
    <label for="workspace">{panel.workspace}</label>
    <select
      id="workspace"
      value={connection.workspace}
      onChange={(event) =>
        onChoose({ ...destinationOf(connection), workspace: event.currentTarget.value })
      }
    >
      {connection.workspaces.map(({ id, role }) => {
        const name = nameOf({ ...destinationOf(connection), workspace: id });
        return <option value={id}>{role === 'viewer' ? panel.onlyReads(name) : name}</option>;
      })}
    </select>
  </p>
);

const Connected = (
  props: PairingProps & { connection: Connection; nameOf: NameOf; isCurrent: boolean },
) => {
  const { state, connection, nameOf, isCurrent, texts } = props;
  const { panel } = texts;
  const { workspaces, server, token, scope, paused } = connection;
  const name = nameOf(destinationOf(connection));
  const asked = state.asksToDisconnect?.token === token ? state.asksToDisconnect : null;
  const id = `connection-${state.connections.indexOf(connection)}`;
  const isLimited = scope !== 'clip:read clip:write';
  return (
    <div class="connection">
      <p id={id} tabIndex={-1} data-news={isCurrent || undefined}>
        <b>{isCurrent ? panel.connectedTo(name) : name}</b>
        <br />
        <a href={server} target="_blank" rel="noreferrer">
          {server}
        </a>
      </p>
      {isCurrent && workspaces.length > 1 && <Workspaces {...props} />}
      {isLimited && <p class="remark">{panel.mayOnly[scope]}</p>}
      {paused && <p class="alert">{panel.paused}</p>}
      {asked && (
        <p class="alert" role="alert">
          {panel.disconnectWaiting(asked.waiting)}
        </p>
      )}
      <div class="row">
        {(paused || isLimited) && (
          <button
            type="button"
            class={paused ? 'strong' : undefined}
            aria-describedby={id}
            onClick={() => props.onConnect(server)}
          >
            {panel.connectAgain}
          </button>
        )}
        {!isCurrent && (
          <button
            type="button"
            aria-describedby={id}
            onClick={() => props.onChoose(destinationOf(connection))}
          >
            {panel.useLibrary}
          </button>
        )}
        <button type="button" aria-describedby={id} onClick={() => props.onDisconnect(token)}>
          {asked ? panel.disconnectReally : panel.disconnect}
        </button>
      </div>
    </div>
  );
};

export const Pairing = (props: PairingProps) => {
  const { state, texts } = props;
  const { pairing, connections, failure, connecting, notRevoked } = state;
  const { panel } = texts;
  const nameOf = libraryNames(connections, texts);
  return (
    <KeptFocus>
      <p class="remark" aria-live="polite">
        {notRevoked !== null && panel.notRevoked(notRevoked)}
      </p>
      {pairing && <Code {...props} pairing={pairing} />}
      {connections.map((connection, index) => (
        <Connected
          key={connection.token}
          {...props}
          {...{ connection, nameOf }}
          isCurrent={index === 0}
        />
      ))}
      {!pairing && connections.length === 0 && <Connect {...props} />}
      {!pairing && connections.length > 0 && (
        // Anew with each library: what was typed for one is no wish for the next.
        <details key={connections.length} open={failure !== null || connecting}>
          <summary>{panel.connectAnother}</summary>
          <Connect {...props} />
        </details>
      )}
    </KeptFocus>
  );
};
