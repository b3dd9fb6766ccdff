// Moves the clips to their days in another zone, step after step while the page is open. Without it a button makes each
// step, and scheduled runs make them all.
import * as v from 'valibot';
import { chooseLanguage } from '../../../shared/locales/index.ts';
import { zoneTexts } from '../../../shared/locales/zone.ts';
import { ZoneState } from '../../../shared/schema/zone.ts';
import { Failed, send } from './requests.ts';

const t = zoneTexts(chooseLanguage([document.documentElement.lang]));

const step = (address: string): Promise<ZoneState> =>
  send(address, { method: 'POST' }, async (response) => v.parse(ZoneState, await response.json()), {
    signal: new AbortController().signal,
    onRetry: () => undefined,
  });

const start = (form: HTMLFormElement, address: string): void => {
  const place = form.parentElement;
  const bar = place?.querySelector('progress');
  const numbers = form.querySelector('.numbers');
  const told = form.querySelector('output');
  const button = form.querySelector('button');
  if (!place || !bar || !numbers || !told || !button) return;

  const run = async (): Promise<void> => {
    button.hidden = true;
    told.textContent = '';
    try {
      for (;;) {
        const { moving } = await step(address);
        if (moving === null) break;
        bar.value = moving.moved;
        numbers.textContent = t.moved(moving.moved, moving.clips);
      }
      place.replaceChildren(told);
      told.textContent = t.done;
    } catch (error) {
      const trouble = error instanceof Failed ? error.trouble : 'refused';
      const known = trouble === 'offline' || trouble === 'busy' || trouble === 'sign-in';
      told.textContent = t.troubles[known ? trouble : 'other'];
      button.hidden = false;
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  void run();
};

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-moving]'))
  start(form, form.dataset['moving'] ?? '');
