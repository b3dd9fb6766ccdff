import type { Texts } from '../../../shared/locales/index.ts';
import type { Kind } from '../../lib/operation.ts';

/** What is said in words of its own of what belongs to a keep. */
export const ownTexts = (kind: Kind, { act, correct, filing, highlight }: Texts) => {
  if (kind === 'keep') return null;
  return { edit: correct, act, filing, highlight }[kind];
};

/** What the server refused, in a few words without a stop. */
export const parkedTitle = (kind: Kind, texts: Texts): string =>
  (ownTexts(kind, texts)?.parked ?? texts.panel.parked).title;

const OWN = ['gone', 'in-trash', 'not-found', 'newer-client'] as const;
const isOwn = (code: string): code is (typeof OWN)[number] => OWN.some((each) => each === code);

/** Why the server refused an operation, in a sentence. `code` is the problem's code. */
export const parkedReason = (code: string, kind: Kind, texts: Texts): string => {
  const own = ownTexts(kind, texts)?.parked;
  if (own && isOwn(code)) return own[code];
  const { parked } = texts.panel;
  switch (code) {
    case 'gone':
    case 'in-trash':
    case 'role-too-low':
    case 'insufficient-scope':
    case 'not-found':
    case 'too-large':
    case 'other-bytes':
    case 'not-grounded':
    case 'newer-client':
    case 'older-client':
      return parked[code];
    default:
      return parked.other(code);
  }
};
