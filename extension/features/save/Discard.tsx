// Giving up a clip that lies nowhere else.
import { useRef } from 'preact/hooks';
import type { Texts } from '../../../shared/locales/index.ts';
import { kindOf, type Operation } from '../../lib/operation.ts';
import { ownTexts } from './reason.ts';

const takeFocus = (element: HTMLElement | null): void => element?.focus();

interface DiscardProps {
  operation: Pick<Operation, 'id' | 'title' | 'edits' | 'act' | 'filing' | 'highlight'>;
  /** The id of the element that says the title. */
  titleId: string;
  isAsked: boolean;
  texts: Texts;
  /** Asks about a clip; null: about none. */
  onAskDiscard: (id: string | null) => void;
  onDiscard: (id: string) => void;
}

/** Asks a second time, because the only copy goes. */
export const Discard = (props: DiscardProps) => {
  const { operation, titleId, isAsked, texts, onAskDiscard, onDiscard } = props;
  const { id, title } = operation;
  const { panel } = texts;
  const button = useRef<HTMLButtonElement>(null);
  const leave = () => {
    onAskDiscard(null);
    button.current?.focus();
  };
  const leaveByEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
  };
  return (
    <>
      <button
        type="button"
        ref={button}
        aria-expanded={isAsked}
        aria-describedby={titleId}
        onClick={() => onAskDiscard(isAsked ? null : id)}
      >
        {panel.discard}
      </button>
      {isAsked && (
        <fieldset class="question">
          <legend class="alert">
            {(ownTexts(kindOf(operation), texts) ?? panel).discardReally(title)}
          </legend>
          <div class="row">
            <button type="button" ref={takeFocus} onKeyDown={leaveByEscape} onClick={leave}>
              {panel.discardNot}
            </button>
            <button
              type="button"
              class="strong"
              onKeyDown={leaveByEscape}
              onClick={() => onDiscard(id)}
            >
              {panel.discardYes}
            </button>
          </div>
        </fieldset>
      )}
    </>
  );
};
