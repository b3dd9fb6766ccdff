// Clips of a list are deleted, and come back: they lie in the trash, so nobody is asked first.
import { libraryTexts } from '../../../shared/locales/library.ts';
import { chooseLanguage } from '../../../shared/locales/index.ts';
import { Failed, send } from './requests.ts';

const texts = libraryTexts(chooseLanguage([document.documentElement.lang]));

const ask = (address: string, method: 'DELETE' | 'POST'): Promise<void> =>
  send(address, { method }, () => Promise.resolve(), {
    signal: new AbortController().signal,
    onRetry: () => undefined,
  });

/** Does one thing after the other, until one fails; answers those that were done. */
const each = async (
  items: readonly HTMLElement[],
  act: (item: HTMLElement) => Promise<void>,
): Promise<HTMLElement[]> => {
  const done: HTMLElement[] = [];
  try {
    for (const item of items) {
      await act(item);
      done.push(item);
    }
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
  }
  return done;
};

const clip = (item: HTMLElement): string => encodeURIComponent(item.dataset['clip'] ?? '');

const focusOn = (item: Element | null | undefined): void =>
  item?.querySelector<HTMLElement>('[data-open]')?.focus();

/**
 * Makes what deletes the items of a list: it is told in `told` what was deleted, with a way back.
 *
 * @param onChange Called when items went or came back.
 */
export const makeDeleting = (
  workspace: string,
  told: HTMLElement | null,
  onChange: () => void,
): ((items: readonly HTMLElement[]) => Promise<void>) => {
  const say = (words: string, undo: (() => void) | null): void => {
    if (!told) return;
    told.textContent = words;
    if (!undo) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    button.textContent = texts.undo;
    button.addEventListener('click', undo);
    told.append(' ', button);
  };

  const bringBack = async (
    gone: readonly { item: HTMLElement; place: Comment }[],
  ): Promise<void> => {
    const back = await each(
      gone.map(({ item }) => item),
      (item) => ask(`/api/w/${workspace}/trash/${clip(item)}/restore`, 'POST'),
    );
    for (const { item, place } of gone) if (back.includes(item)) place.replaceWith(item);
    say(back.length === gone.length ? texts.broughtBack(back.length) : texts.failed, null);
    focusOn(back[0]);
    onChange();
  };

  return async (items) => {
    const deleted = await each(items, (item) =>
      ask(`/api/w/${workspace}/clips/${clip(item)}`, 'DELETE'),
    );
    const next = deleted.at(-1)?.nextElementSibling ?? deleted[0]?.previousElementSibling;
    const gone = deleted.map((item) => {
      // So that it comes back where it stood.
      const place = document.createComment('');
      item.replaceWith(place);
      return { item, place };
    });
    const words = [
      ...(deleted.length > 0 ? [texts.deleted(deleted.length)] : []),
      ...(deleted.length < items.length ? [texts.notDeleted(items.length - deleted.length)] : []),
    ];
    say(words.join(' '), deleted.length > 0 ? () => void bringBack(gone) : null);
    focusOn(next);
    onChange();
  };
};
