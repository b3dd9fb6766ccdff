// The report of a page: shown in full, to be copied or saved. Nothing is sent anywhere.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Texts } from '../../../shared/locales/index.ts';
import { copyToClipboard } from '../../lib/clipboard.ts';
import { saveFile } from '../../lib/download.ts';
import { type Reported, reportOf, type Ticked } from './report.ts';

interface ReportDialogProps {
  reported: Reported;
  texts: Texts;
  onClose: () => void;
}

type Done = 'copied' | 'copyFailed' | 'saved';

export const ReportDialog = ({
  reported,
  texts: { report, panel },
  onClose,
}: ReportDialogProps) => {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [ticked, setTicked] = useState<Ticked>({ address: false, content: false });
  const [done, setDone] = useState<Done | null>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const lines = reportOf(reported, ticked);
  const text = `${lines.join('\n')}\n`;
  const tick = (change: Partial<Ticked>) => {
    setTicked({ ...ticked, ...change });
    setDone(null);
  };
  const copy = async () => setDone((await copyToClipboard(text)) ? 'copied' : 'copyFailed');
  const save = () => {
    saveFile('dateline-report.txt', new Blob([text], { type: 'text/plain' }));
    setDone('saved');
  };
  return (
    <dialog ref={dialog} class="report" aria-labelledby={`${id}-title`} onClose={onClose}>
      <header>
        <h2 id={`${id}-title`}>{report.title}</h2>
        <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
          {panel.close}
        </button>
      </header>
      <p>{report.intro}</p>
      <fieldset>
        <legend class="for-screen-readers">{report.include}</legend>
        <label>
          <input
            type="checkbox"
            checked={ticked.address}
            onChange={({ currentTarget }) => tick({ address: currentTarget.checked })}
          />
          {report.address}
        </label>
        {reported.read && (
          <label>
            <input
              type="checkbox"
              checked={ticked.content}
              onChange={({ currentTarget }) => tick({ content: currentTarget.checked })}
            />
            {report.content}
          </label>
        )}
      </fieldset>
      <div class="actions">
        <button type="button" class="quiet" onClick={() => void copy()}>
          {panel.copyText}
        </button>
        <button type="button" class="quiet" onClick={save}>
          {report.save}
        </button>
        <output>{done && report.done[done]}</output>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <pre tabindex={0} lang="en" aria-label={report.title}>
        {lines.map((line) => (
          <>
            <span>{line}</span>
            {'\n'}
          </>
        ))}
      </pre>
    </dialog>
  );
};
