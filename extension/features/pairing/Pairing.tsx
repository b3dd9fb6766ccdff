// The library: connect to one by a code that the person approves there, choose a workspace, disconnect.
import type { TargetedSubmitEvent } from 'preact';
import type { Texts } from '../../../shared/locales/index.ts';
import type { Connection, PairingInFlight } from '../../lib/storage.ts';
import type { PairingFailure } from './pair.ts';

export type PairingState =
  | { kind: 'idle'; failure: PairingFailure | 'bad-address' | null }
  | { kind: 'connecting' }
  /** The person has to approve the code on the library's own page. */
  | { kind: 'code'; pairing: PairingInFlight }
  | { kind: 'connected'; connection: Connection; asksToDisconnect: boolean };

export interface PairingActions {
  onConnect: (typed: string) => void;
  onCancel: () => void;
  onOpenApproval: () => void;
  onChoose: (workspace: string) => void;
  onDisconnect: () => void;
}

export interface PairingProps extends PairingActions {
  state: PairingState;
  /** The address to start from. */
  server: string;
  /** Operations that would be left waiting by a disconnect. */
  waiting: number;
  texts: Texts;
}

const failureText = (failure: PairingFailure | 'bad-address', { panel }: Texts): string =>
  failure === 'bad-address' ? panel.badServer : panel.pairingFailed[failure];

const Connect = ({ state, server, texts, onConnect }: PairingProps) => {
  const { panel } = texts;
  const failure = state.kind === 'idle' ? state.failure : null;
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('server');
    if (typeof typed === 'string') onConnect(typed);
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
        <button type="submit" class="strong" aria-disabled={state.kind === 'connecting'}>
          {panel.connectAction}
        </button>
      </div>
      <p class="remark" id="server-hint">
        {panel.serverHint}
      </p>
      <p class="alert" id="server-failure" role="alert">
        {failure && failureText(failure, texts)}
      </p>
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
  <div aria-live="polite">
    <p>{panel.codeIntro}</p>
    <p class="code" aria-label={panel.codeTitle}>
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

const Connected = (props: PairingProps & { connection: Connection; asksToDisconnect: boolean }) => {
  const { connection, asksToDisconnect, waiting, texts, onChoose, onDisconnect, onConnect } = props;
  const { panel } = texts;
  const { workspaces, workspace, server, paused } = connection;
  const name = workspaces.find(({ id }) => id === workspace)?.name ?? workspace;
  return (
    <>
      <p aria-live="polite">
        <b>{panel.connectedTo(name)}</b>
        <br />
        <a href={server} target="_blank" rel="noreferrer">
          {server}
        </a>
      </p>
      {workspaces.length > 1 && (
        <p>
          <label for="workspace">{panel.workspace}</label>
          <select
            id="workspace"
            value={workspace}
            onChange={(event) => onChoose(event.currentTarget.value)}
          >
            {workspaces.map(({ id, name: label, role }) => (
              <option value={id} disabled={role === 'viewer'}>
                {label}
              </option>
            ))}
          </select>
        </p>
      )}
      {paused && (
        <div class="alert">
          <p>{panel.paused}</p>
          <button type="button" class="strong" onClick={() => onConnect(server)}>
            {panel.connectAgain}
          </button>
        </div>
      )}
      {asksToDisconnect && waiting > 0 && (
        <p class="alert" role="alert">
          {panel.disconnectWaiting(waiting)}
        </p>
      )}
      <button type="button" onClick={onDisconnect}>
        {asksToDisconnect ? panel.disconnectReally : panel.disconnect}
      </button>
    </>
  );
};

export const Pairing = (props: PairingProps) => {
  const { state } = props;
  switch (state.kind) {
    case 'idle':
    case 'connecting':
      return (
        <>
          <Connect {...props} />
          {state.kind === 'connecting' && <p aria-live="polite">{props.texts.panel.connecting}</p>}
        </>
      );
    case 'code':
      return <Code {...props} pairing={state.pairing} />;
    case 'connected':
      return <Connected {...props} {...state} />;
  }
};
