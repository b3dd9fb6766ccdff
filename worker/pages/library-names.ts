// What the workspaces of a person are called where they choose among them, as in the extension.
import { texts } from '../../shared/locales/index.ts';
import type { WorkspaceSummary } from '../../shared/schema/pairing.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { calledApart, endOf } from '../../shared/text/apart.ts';

/** How each is called among them all, by its id. */
export const libraryNames = (
  language: InterfaceLanguage,
  all: readonly Pick<WorkspaceSummary, 'id' | 'name' | 'role'>[],
): ((id: string) => string) => {
  const { roles } = texts(language).panel;
  const called = calledApart(
    all.map(({ id, name, role }) => ({ id, name, marks: [roles[role], endOf(id)] })),
  );
  const names = new Map(Array.from(called, ([{ id }, name]) => [id, name]));
  return (id) => names.get(id) ?? id;
};
