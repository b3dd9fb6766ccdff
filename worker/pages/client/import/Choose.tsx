// Where an import begins: files, dropped or chosen, or addresses that are pasted.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Refused } from './reading.ts';
import type { Setting } from './setting.ts';
import { Title } from './Title.tsx';

/** Told of what a person brings: files, or text. */
export interface Brought {
  files: (files: readonly File[]) => void;
  text: (text: string) => void;
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

const take = ({ files, text }: Brought, data: DataTransfer | null): void => {
  if (!data) return;
  const written = data.getData('text/uri-list') || data.getData('text/plain');
  if (data.files.length > 0) files([...data.files]);
  else if (written.trim() !== '') text(written);
};

/** Takes what is dropped or pasted anywhere on the page. Answers whether something is held over it. */
const useWholePage = (brought: Brought): boolean => {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const onDrag = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    document.addEventListener('dragover', onDrag, { signal });
    document.addEventListener(
      'dragleave',
      ({ relatedTarget }) => {
        if (relatedTarget === null) setOver(false);
      },
      { signal },
    );
    document.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        setOver(false);
        take(brought, event.dataTransfer);
      },
      { signal },
    );
    document.addEventListener(
      'paste',
      (event) => {
        if (!isField(event.target)) take(brought, event.clipboardData);
      },
      { signal },
    );
    return () => listening.abort();
  }, [brought]);
  return isOver;
};

const Refusals = ({ t, refused }: { t: Setting['t']; refused: readonly Refused[] }) => (
  <div class="trouble">
    <Title>{t.refusedTitle}</Title>
    {refused.map(({ name, reason }) => (
      <p>{t.refusals[reason](name)}</p>
    ))}
  </div>
);

export const Choose = ({
  t,
  refused,
  isFirst,
  brought,
}: {
  t: Setting['t'];
  /** What was brought before and holds nothing to import. */
  refused: readonly Refused[];
  /** Whether the page has only just been opened: then the focus stays where it is. */
  isFirst: boolean;
  brought: Brought;
}) => {
  const isOver = useWholePage(brought);
  const [pasted, setPasted] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isFirst && refused.length === 0) input.current?.focus();
  }, []);
  return (
    <>
      {refused.length > 0 && <Refusals t={t} refused={refused} />}
      <div class={isOver ? 'zone over' : 'zone'}>
        <p class="drop">{t.drop}</p>
        <p class="file">
          <input
            ref={input}
            id={`${id}-file`}
            class="spoken"
            type="file"
            multiple
            aria-describedby={`${id}-hint`}
            onChange={({ currentTarget }) => {
              const files = [...(currentTarget.files ?? [])];
              currentTarget.value = '';
              if (files.length > 0) brought.files(files);
            }}
          />
          <label class="button" for={`${id}-file`}>
            {t.choose}
          </label>
        </p>
        <p id={`${id}-hint`} class="hint">
          {t.hint}
        </p>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted.trim() !== '') brought.text(pasted);
        }}
      >
        <label>
          {t.paste}
          <textarea
            rows={4}
            value={pasted}
            spellcheck={false}
            onInput={({ currentTarget }) => setPasted(currentTarget.value)}
          />
        </label>
        <p class="buttons">
          <button class="quiet">{t.readPasted}</button>
        </p>
      </form>
    </>
  );
};
