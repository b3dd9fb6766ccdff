// Each clip that is not in the library yet, and what a person can do about it.
import type { Texts } from '../../../shared/locales/index.ts';
import type { Operation } from '../../lib/operation.ts';
import { parkedReason } from './reason.ts';

interface OutboxListProps {
  operations: readonly Operation[];
  texts: Texts;
  onRetry: (id: string) => void;
  onRemove: (id: string) => void;
}

const stateText = ({ state, reason, destination }: Operation, { panel }: Texts): string => {
  if (state === 'parked') return `${panel.parked.title}. ${parkedReason(reason ?? '', panel)}`;
  return destination ? panel.outboxWaiting : panel.outboxUnbound;
};

export const OutboxList = ({ operations, texts, onRetry, onRemove }: OutboxListProps) => (
  <ul class="outbox">
    {operations.map((operation) => (
      <li key={operation.id}>
        <a href={operation.url} target="_blank" rel="noreferrer" dir="auto">
          {operation.title}
        </a>
        <p class="remark">{stateText(operation, texts)}</p>
        <div class="row">
          {operation.state === 'parked' && (
            <button type="button" onClick={() => onRetry(operation.id)}>
              {texts.panel.retry}
            </button>
          )}
          {operation.state === 'parked' && (
            <button type="button" onClick={() => onRemove(operation.id)}>
              {texts.panel.remove}
            </button>
          )}
        </div>
      </li>
    ))}
  </ul>
);
