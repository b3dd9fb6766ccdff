// The panel with libraries to choose among, and with one that lets it do less than all.
import type { PanelState } from '../../extension/entrypoints/panel.sidepanel/state.ts';
import { CONNECTION } from './options-states.ts';

type State = Omit<PanelState, 'language'>;

const DESK = { role: 'editor', zone: 'Asia/Ho_Chi_Minh', language: 'vi' } as const;
const LONG = 'Ban thời sự của một tờ báo có cái tên rất dài';

/** What they are like beside the usual one. */
export const librariesStates = (paired: State): Record<string, State> => {
  const only = (scope: 'clip:read' | 'clip:write'): State => ({
    ...paired,
    library: { kind: 'paired', workspace: 'Nhóm biên tập', scope },
  });
  return {
    'only-reads': only('clip:read'),
    'only-keeps': only('clip:write'),
    switch: {
      ...paired,
      connections: [
        {
          ...CONNECTION,
          workspace: 'nhom',
          workspaces: [
            { ...DESK, id: 'nhom', name: 'Nhóm biên tập' },
            { ...DESK, id: 'ban', name: LONG, role: 'viewer' },
          ],
        },
        {
          ...CONNECTION,
          account: 'b',
          token: 'U'.repeat(43),
          // Two libraries of one name, each with what tells it from the other.
          workspaces: [
            { ...DESK, id: 'nha', name: 'Ở nhà' },
            { ...DESK, id: 'nhom-kia', name: 'Nhóm biên tập', role: 'owner' },
          ],
        },
      ],
    },
  };
};
