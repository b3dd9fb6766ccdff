import type { Texts } from '../../../shared/locales/index.ts';

/** What the server refused, in a few words without a stop. */
export const parkedTitle = (isEdit: boolean, { panel, correct }: Texts): string =>
  isEdit ? correct.parked.title : panel.parked.title;

/** Why the server refused an operation, in a sentence. `code` is the problem's code. */
export const parkedReason = (
  code: string,
  isEdit: boolean,
  { panel: { parked }, correct }: Texts,
): string => {
  if (isEdit && (code === 'gone' || code === 'not-found' || code === 'newer-client'))
    return correct.parked[code];
  switch (code) {
    case 'gone':
    case 'role-too-low':
    case 'not-found':
    case 'too-large':
    case 'other-bytes':
    case 'not-grounded':
    case 'newer-client':
      return parked[code];
    default:
      return parked.other(code);
  }
};
