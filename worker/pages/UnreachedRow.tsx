// A workspace in a list whose library cannot be reached just now: what the accounts know of it.
import { teamTexts } from '../../shared/locales/teams.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';

interface Props {
  language: InterfaceLanguage;
  name: string;
  /** What they are there, if it is told. */
  role?: string;
}

export const UnreachedRow = ({ language, name, role }: Props) => (
  <li>
    <span>
      <b dir="auto">{name}</b>
      <span class="meta">
        {role !== undefined && <span>{role}</span>}
        <span>{teamTexts(language).unreached}</span>
      </span>
    </span>
  </li>
);
