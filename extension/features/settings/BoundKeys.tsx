// What the keys do, and which they are.
import type { Texts } from '../../../shared/locales/index.ts';
import { Keys } from '../../lib/Keys.tsx';

interface BoundKeysProps {
  /** As the browser writes them; null where there is none. */
  readKey: string | null;
  keepKey: string | null;
  texts: Texts;
}

export const BoundKeys = ({ readKey, keepKey, texts: { settings } }: BoundKeysProps) => (
  <dl class="keys">
    {(
      [
        [readKey, settings.readKey],
        [keepKey, settings.keepKey],
      ] as const
    ).map(([keys, does]) => (
      <div>
        <dt>{keys ? <Keys keys={keys} /> : settings.noKey}</dt>
        <dd>{does}</dd>
      </div>
    ))}
  </dl>
);
