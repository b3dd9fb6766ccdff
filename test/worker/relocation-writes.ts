// Every kind of write that people and extensions make, to be sent while a library moves, and sent again as it was.
import { importItem } from './importing.ts';
import type { fill } from './relocating.ts';
import { newId, sample } from './sample.ts';
import { type Server } from './server.ts';
import { ofDay, PLAIN } from './sharing.ts';
import { noted } from './trashing.ts';

export interface Write {
  what: string;
  send: () => Promise<Response>;
}

type Filled = Awaited<ReturnType<typeof fill>>;

/** So many of them in a library that is filled, the same kinds over and over. */
export const writesTo = (
  server: Server,
  { owner, me, mine, clip, links }: Filled,
  further: Record<`DB_${number}`, D1Database>,
  rounds: number,
): Write[] => {
  const api = (method: string, path: string, json?: unknown, who: object = owner): Write => ({
    what: `${method} ${path}`,
    send: () =>
      server.request(`/api/w/${me.workspace}/${path}`, {
        method,
        ...who,
        ...(json !== undefined && { json }),
        further,
      }),
  });
  const form = (path: string, fields: Record<string, string>): Write => ({
    what: `POST ${path}`,
    send: () =>
      server.request(`/w/${me.workspace}/${path}`, {
        method: 'POST',
        ...owner,
        form: fields,
        further,
      }),
  });
  const round = (nth: number): Write[] => {
    const [kept, gone, search, share, imported] = [newId(), newId(), newId(), newId(), newId()];
    const highlight = newId();
    const filing = { tags: ['Đất đai', `t${nth}`], collections: ['Quý IV', `c${nth}`] };
    const token = { token: me.token };
    const highlighted = (marked: object | null) =>
      api('PUT', `highlights/${newId()}`, { version: 1, keep: mine.id, highlight, mark: marked });
    return [
      api('PUT', `keeps/${kept}`, sample({}, { filing }), token),
      api('PUT', `edits/${newId()}`, {
        version: 1,
        keep: mine.id,
        correction: { title: `T ${nth}` },
      }),
      highlighted({ ...noted, forTeam: true }),
      api('PUT', `clips/${clip}/reading`, { state: nth % 2 ? 'done' : 'to-read', starred: true }),
      api('PUT', `keeps/${gone}`, sample({}, { filing }), token),
      api('DELETE', `keeps/${gone}`),
      api('PUT', `searches/${search}`, { name: `S${nth}`, query: 'sea' }),
      api('PUT', `shares/${share}`, { of: ofDay('2026-03-10'), ...PLAIN }),
      highlighted(null),
      api('PUT', `imports/${imported}/parts/0`, {
        version: 1,
        name: 'b.html',
        items: [importItem(`https://a.example/${nth}`, { title: 'Alone', tags: ['nhà'] })],
      }),
      form('visit', { day: '2026-03-10', by: 'published', seq: String(nth + 2), do: 'shown' }),
      form('settings/look-back', { show: nth % 2 ? 'yes' : 'no' }),
      form(`collection/c${nth}`, { do: 'rename', name: `d${nth}` }),
      form(`tag/t${nth}`, { do: 'rename', name: `u${nth}` }),
      api('DELETE', `searches/${search}`),
      api('DELETE', `shares/${share}`),
      api('DELETE', `imports/${imported}`),
      form('settings/zone', { zone: nth % 2 ? 'Asia/Ho_Chi_Minh' : 'Europe/London' }),
      {
        what: 'opening a link',
        send: () => server.request(new URL(links[1]?.url ?? '').pathname, { further }),
      },
    ];
  };
  return Array.from({ length: rounds }, (_, nth) => round(nth)).flat();
};
