// What lies on this machine: how much, a way out of it, and its end.
import { useRef } from 'preact/hooks';
import type { Texts } from '../../../shared/locales/index.ts';
import type { InterfaceLanguage } from '../../../shared/schema/text.ts';
import { LOCALES } from '../../lib/days.ts';

interface DataProps {
  /** Articles that are not in a library yet. */
  count: number;
  /** Null where the browser does not tell. */
  bytes: number | null;
  /** The workspace that is connected; null for none. */
  workspace: string | null;
  /** Whether it is asked if everything is to be deleted. */
  isAsked: boolean;
  texts: Texts;
  language: InterfaceLanguage;
  onLibrary: () => void;
  onExport: () => void;
  onAskDelete: (asks: boolean) => void;
  onDelete: () => void;
}

const takeFocus = (element: HTMLElement | null): void => element?.focus();

const megabytes = (bytes: number, language: InterfaceLanguage): string =>
  new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(bytes / 1_000_000);

const Question = (props: DataProps & { onLeave: () => void }) => {
  const { count, workspace, texts, onLeave, onDelete } = props;
  const { settings, panel } = texts;
  const leaveByEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave();
  };
  return (
    <fieldset class="question">
      <legend class="alert">
        {settings.deleteReally} {count > 0 && `${settings.deleteLoses(count)} `}
        {workspace !== null && `${settings.deleteLeaves(workspace)} `}
        {settings.deleteForGood}
      </legend>
      <div class="row">
        <button type="button" ref={takeFocus} onKeyDown={leaveByEscape} onClick={onLeave}>
          {panel.discardNot}
        </button>
        <button type="button" class="strong" onKeyDown={leaveByEscape} onClick={onDelete}>
          {settings.deleteYes}
        </button>
      </div>
    </fieldset>
  );
};

export const Data = (props: DataProps) => {
  const { count, bytes, isAsked, texts, language, onLibrary, onExport, onAskDelete } = props;
  const { settings, panel } = texts;
  const button = useRef<HTMLButtonElement>(null);
  const leave = () => {
    onAskDelete(false);
    button.current?.focus();
  };
  return (
    <>
      <p>
        {settings.stored(count)} {bytes !== null && settings.storedSize(megabytes(bytes, language))}
      </p>
      <div class="row">
        <button type="button" onClick={onLibrary}>
          {settings.openLocal}
        </button>
        {count > 0 && (
          <button type="button" onClick={onExport}>
            {panel.exportAction}
          </button>
        )}
        <button
          type="button"
          ref={button}
          aria-expanded={isAsked}
          onClick={() => onAskDelete(!isAsked)}
        >
          {settings.deleteAll}
        </button>
        {isAsked && <Question {...props} onLeave={leave} />}
      </div>
    </>
  );
};
