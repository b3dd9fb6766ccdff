// The script of the library's list: its buttons act without a new page, and it is gone through by keys.
import * as v from 'valibot';
import { libraryTexts } from '../../../shared/locales/library.ts';
import { chooseLanguage } from '../../../shared/locales/index.ts';
import { FilingNames } from '../../../shared/schema/filing-write.ts';
import type { ReadingWrite } from '../../../shared/schema/reading.ts';
import { makeDeleting } from './list-delete.ts';
import { listenForKeys } from './list-keys.ts';
import { Failed, send } from './requests.ts';

const texts = libraryTexts(chooseLanguage([document.documentElement.lang]));

type Act = 'done' | 'star';

const isAct = (act: string | undefined): act is Act => act === 'done' || act === 'star';

const isPressed = (button: HTMLElement): boolean => button.getAttribute('aria-pressed') === 'true';

const writeOf = (act: Act, isSet: boolean): ReadingWrite => {
  if (act === 'star') return { starred: isSet };
  return { state: isSet ? 'done' : 'to-read' };
};

const show = (button: HTMLButtonElement, act: Act, isSet: boolean): void => {
  button.setAttribute('aria-pressed', String(isSet));
  const item = button.closest<HTMLElement>('[data-clip]');
  const opposite = act === 'star' ? (isSet ? 'unstar' : 'star') : isSet ? 'to-read' : 'done';
  button.value = `${opposite} ${item?.dataset['clip']}`;
  if (act === 'done') item?.toggleAttribute('data-done', isSet);
};

/** Offers the library's names to a field. Without them it is a field like any other. */
const completeNames = async (workspace: string, field: HTMLInputElement): Promise<void> => {
  const answer = await fetch(`/api/w/${workspace}/names`).catch(() => null);
  const names = v.safeParse(FilingNames, answer?.ok ? await answer.json() : null);
  if (!names.success) return;
  const { tags, collections } = names.output;
  const list = document.createElement('datalist');
  list.id = 'names';
  list.append(...[...new Set([...tags, ...collections])].map((name) => new Option('', name)));
  field.after(list);
  field.setAttribute('list', list.id);
};

/** Makes a list live. */
const enliven = (form: HTMLFormElement): void => {
  const workspace = form.dataset['workspace'] ?? '';
  const items = (): HTMLElement[] => Array.from(form.querySelectorAll('[data-clip]'));
  const told = form.querySelector<HTMLElement>('.told');
  const chosen = form.querySelector<HTMLElement>('[data-chosen]');
  const ticked = (): HTMLElement[] =>
    items().filter((item) => item.querySelector<HTMLInputElement>('[name=clip]')?.checked);

  const say = (words: string): void => {
    if (told) told.textContent = words;
  };

  /** Shows at once what a button does, and takes it back where the server does not take it. */
  const press = async (button: HTMLButtonElement, act: Act): Promise<void> => {
    const id = button.closest<HTMLElement>('[data-clip]')?.dataset['clip'];
    const isSet = !isPressed(button);
    say('');
    show(button, act, isSet);
    const init = {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(writeOf(act, isSet)),
    };
    const watch = { signal: new AbortController().signal, onRetry: () => undefined };
    try {
      const address = `/api/w/${workspace}/clips/${id}/reading`;
      await send(address, init, () => Promise.resolve(), watch);
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      show(button, act, !isSet);
      say(texts.failed);
    }
  };

  const countChosen = (): void => {
    if (chosen) chosen.textContent = texts.chosen(ticked().length);
  };

  const remove = makeDeleting(workspace, told, countChosen);
  const bin = form.querySelector<HTMLButtonElement>('button[data-delete]');
  if (bin) {
    bin.hidden = false;
    bin.addEventListener('click', () => void remove(ticked()));
  }

  form.addEventListener('submit', (event) => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    const { act } = button.dataset;
    if (!isAct(act)) return;
    event.preventDefault();
    void press(button, act);
  });
  form.addEventListener('change', countChosen);
  // A browser that goes back may have left boxes ticked.
  addEventListener('pageshow', countChosen);
  countChosen();

  listenForKeys(form, items, bin && ((item) => void remove([item])));

  // The names are asked for once somebody is about to write one.
  const field = form.querySelector<HTMLInputElement>('input[name=name]');
  field?.addEventListener('focus', () => void completeNames(workspace, field), { once: true });
};

const form = document.querySelector<HTMLFormElement>('form[data-workspace]');
if (form) enliven(form);
