// Each clip that is not in the library yet: since when, why, and what a person can do about it.
import type { Texts } from '../../../shared/locales/index.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { isDue } from '../../lib/backoff.ts';
import { momentInFull } from '../../lib/days.ts';
import { kindOf, type Operation } from '../../lib/operation.ts';
import type { Connection } from '../../lib/storage.ts';
import { Discard } from './Discard.tsx';
import { canKeepInto } from './keep-elsewhere.ts';
import { ownTexts, parkedReason, parkedTitle } from './reason.ts';
import type { Sender } from './rules.ts';
import { waitsSince, whyItWaits } from './waiting.ts';

export interface OutboxListProps {
  operations: readonly Operation[];
  /** The libraries that are connected. */
  libraries: readonly Sender[];
  texts: Texts;
  language: InterfaceLanguage;
  /** The reader's time zone. */
  zone: string;
  /** Milliseconds since 1970. */
  now: number;
  /** The id of the clip of which is asked whether to discard it. */
  discarding: string | null;
  onRetry: (id: string) => void;
  /** The library that a refused clip could be kept into; null where there is none. */
  other: Connection | null;
  /** What that is called among the others. */
  otherName: string | null;
  onKeepElsewhere: (id: string) => void;
  /** Asks about a clip; null: about none. */
  onAskDiscard: (id: string | null) => void;
  onDiscard: (id: string) => void;
}

const titleId = (id: string): string => `title-${id}`;

const reasonText = (operation: Operation, { libraries, texts }: OutboxListProps) => {
  const { panel } = texts;
  const { state, reason, destination } = operation;
  const kind = kindOf(operation);
  if (state === 'parked')
    return `${parkedTitle(kind, texts)}. ${parkedReason(reason ?? '', kind, texts)}`;
  const why = whyItWaits(operation, libraries);
  return why === 'elsewhere'
    ? panel.waitsElsewhere(destination?.server ?? '')
    : panel.waitsBecause[why];
};

const sinceText = (operation: Operation, props: OutboxListProps): string => {
  const { texts, language, zone, now } = props;
  const since = waitsSince(operation, now);
  return since ? texts.panel.savedAt(momentInFull(since, language, zone)) : `${texts.panel.saved}.`;
};

const nextTryText = (operation: Operation, props: OutboxListProps): string => {
  const { state, nextAt } = operation;
  const { libraries, texts, language, zone, now } = props;
  const why = whyItWaits(operation, libraries);
  const isTried = why !== 'elsewhere' && why !== 'pair-again' && why !== 'not-allowed';
  return state === 'waiting' && isTried && !isDue(nextAt, now)
    ? texts.panel.nextTry(momentInFull(new Date(nextAt), language, zone))
    : '';
};

const Waiting = ({ operation, ...props }: OutboxListProps & { operation: Operation }) => {
  const { texts, other, onRetry, onKeepElsewhere } = props;
  const { panel } = texts;
  const { id, title, url, state } = operation;
  const kind = kindOf(operation);
  const waits = ownTexts(kind, texts)?.waits;
  return (
    <li>
      <a id={titleId(id)} href={url} target="_blank" rel="noreferrer" dir="auto">
        {title}
      </a>
      <p class="remark">
        {waits && `${waits} `}
        {sinceText(operation, props)} {reasonText(operation, props)} {nextTryText(operation, props)}
      </p>
      <div class="row">
        {state === 'parked' && (
          <button type="button" onClick={() => onRetry(id)}>
            {panel.retry}
          </button>
        )}
        {other && props.otherName !== null && canKeepInto(operation, other) && (
          <button type="button" aria-describedby={titleId(id)} onClick={() => onKeepElsewhere(id)}>
            {panel.keepInto(props.otherName)}
          </button>
        )}
        <Discard
          {...props}
          operation={operation}
          titleId={titleId(id)}
          isAsked={props.discarding === id}
        />
      </div>
    </li>
  );
};

export const OutboxList = (props: OutboxListProps) => (
  <ul class="outbox">
    {props.operations.map((operation) => (
      <Waiting key={operation.id} operation={operation} {...props} />
    ))}
  </ul>
);
