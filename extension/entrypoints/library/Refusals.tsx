// What the library did not take of what was done here: told until one has read it.
import type { Texts } from '../../../shared/locales/index.ts';
import { parkedReason, parkedTitle } from '../../features/save/reason.ts';

export interface RefusedAct {
  /** Of its operation. */
  id: string;
  title: string;
  /** The problem's code. */
  reason: string;
}

export const Refusals = ({
  refused,
  texts,
  onDismiss,
}: {
  refused: readonly RefusedAct[];
  texts: Texts;
  onDismiss: (id: string) => void;
}) =>
  refused.map(({ id, title, reason }) => (
    <div key={id} class="question" role="alert">
      <p>
        <b dir="auto">{title}</b>: {parkedTitle('act', texts)}. {parkedReason(reason, 'act', texts)}
      </p>
      <button type="button" onClick={() => onDismiss(id)}>
        {texts.panel.close}
      </button>
    </div>
  ));
