import type { Texts } from '../../../shared/locales/index.ts';

/** Why the server refused an operation, in a sentence. `code` is the problem's code. */
export const parkedReason = (code: string, { parked }: Texts['panel']): string => {
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
