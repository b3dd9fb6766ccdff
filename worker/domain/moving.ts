// Changing the zone of a library: what comes goes by the new one at once, what is there moves in bounded steps, made by
// whoever comes: a scheduled run, or its owner's page.
import type { Library } from '../db/libraries.ts';
import type { Move, Moved, Moving, StandingClip } from '../db/moving.ts';
import { daysIn } from './clip-days.ts';
import type { Clock } from './ids.ts';
import { Refusal } from './refusal.ts';

/** How many clips a step goes through. No change may touch more than an extension's copy hears of at once. */
const STEP = 100;
/** The most statements of a step, its reading among them. */
const A_STEP = 15;

interface MovingTools {
  moving: Moving;
  now: Clock;
}

/** How far the days of a library have moved; null where all stand where they belong. */
export const movedOf = ({
  moved_to: to,
  moved,
  to_move: clips,
}: Pick<Library, 'moved_to' | 'moved' | 'to_move'>): Moved | null =>
  to === null ? null : { moved: Math.min(moved, clips), clips };

const moveOf = (clip: StandingClip, zone: string): Move | null => {
  const days = daysIn(clip, zone);
  const keptOn = new Map(clip.keeps.map(({ id, keptDay }) => [id, keptDay]));
  const keeps = days.keeps.filter(({ id, keptDay }) => keptOn.get(id) !== keptDay);
  const isMoved = clip.day !== days.day || clip.keptDay !== days.keptDay || keeps.length > 0;
  return isMoved ? { clip, days: { ...days, keeps } } : null;
};

/**
 * Moves the days of the next `count` clips, and answers how far the library is; null where all is done. Where somebody
 * else has changed the library meanwhile nothing is done, and the next step takes the same clips.
 */
export const moveStep = async (
  { moving, now }: MovingTools,
  workspace: string,
  count = STEP,
): Promise<Moved | null> => {
  const { library, clips } = await moving.look(workspace, count);
  if (!library || library.moved_to === null) return null;
  const { zone, seq, moved, to_move } = library;
  const moves = clips.map((clip) => moveOf(clip, zone)).filter((move) => move !== null);
  const to = clips.length < count ? null : (clips.at(-1)?.rid ?? null);
  const counted = clips.filter(({ keptAt }) => keptAt !== null).length;
  const step = { seq, to, clips: counted, moves };
  const isDone = await moving.step(workspace, step, now().toISOString());
  return movedOf(isDone ? { moved_to: to, moved: moved + counted, to_move } : library);
};

/**
 * Gives a library another zone, and makes the first step with what is there: a small library has no more of them.
 * Answers as `moveStep` does. The zone that it has changes nothing. Where the caller `hasRead` what the library is, and it is
 * another by now, throws 'changed-meanwhile'.
 */
export const changeZone = async (
  tools: MovingTools,
  library: Pick<Library, 'workspace' | 'zone' | 'moved_to' | 'moved' | 'to_move'>,
  zone: string,
  hasRead = false,
): Promise<Moved | null> => {
  if (library.zone === zone) return movedOf(library);
  const from = hasRead ? library.zone : null;
  const isDone = await tools.moving.change(
    library.workspace,
    zone,
    tools.now().toISOString(),
    from,
  );
  if (hasRead && !isDone) throw new Refusal('changed-meanwhile');
  return moveStep(tools, library.workspace);
};

/** Makes steps while there is room for another one, libraries in turn, and answers how many statements that took. */
export const moveDue = async (tools: MovingTools, room: number): Promise<number> => {
  if (room <= A_STEP) return 0;
  let statements = 1;
  let moving = await tools.moving.next(Math.floor((room - 1) / A_STEP));
  while (moving.length > 0 && statements + A_STEP <= room) {
    const further: string[] = [];
    for (const workspace of moving) {
      if (statements + A_STEP > room) break;
      if ((await moveStep(tools, workspace)) !== null) further.push(workspace);
      statements += A_STEP;
    }
    moving = further;
  }
  return statements;
};
