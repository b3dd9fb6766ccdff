// The zone of a workspace in its settings: its owner changes it there, and sees how far the clips have moved.
import { zoneTexts } from '../../shared/locales/zone.ts';
import type { WorkspaceSummary } from '../../shared/schema/pairing.ts';
import type { ZoneState } from '../../shared/schema/zone.ts';
import { Done } from './Done.tsx';
import { Meanwhile, REFUSED } from './Meanwhile.tsx';
import { zoneName, zones } from './zones.ts';

const Moving = ({
  workspace: { id, language },
  moving: { moved, clips },
}: {
  workspace: WorkspaceSummary;
  moving: NonNullable<ZoneState['moving']>;
}) => {
  const t = zoneTexts(language);
  return (
    <div class="moving">
      <p>{t.moving}</p>
      <progress aria-label={t.progress} max={Math.max(clips, 1)} value={moved} />
      {/* Its script makes step after step and says so here. */}
      <form
        method="post"
        action={`/w/${id}/settings/zone/go-on`}
        data-moving={`/api/w/${id}/zone/steps`}
      >
        <p class="numbers">{t.moved(moved, clips)}</p>
        <output />
        <button>{t.goOn}</button>
        <p class="hint">{t.goesOn}</p>
      </form>
    </div>
  );
};

export const ZoneSetting = ({
  workspace,
  moving,
  isChanged,
  typed,
}: {
  workspace: WorkspaceSummary;
  moving: ZoneState['moving'];
  /** Whether it was changed just now. */
  isChanged: boolean;
  /** The zone that was chosen where somebody else has chosen another one meanwhile. */
  typed: string | undefined;
}) => {
  const { id, language, zone } = workspace;
  const t = zoneTexts(language);
  const chosen = typed ?? zone;
  const offered = zones();
  return (
    <section id="zone">
      <h2 id="zone-title">{t.title}</h2>
      {isChanged && <Done>{t.changed}</Done>}
      <p>{t.lead}</p>
      {moving && <Moving {...{ workspace, moving }} />}
      <form method="post" action={`/w/${id}/settings/zone`}>
        {typed !== undefined && <Meanwhile>{t.changedMeanwhile(zoneName(zone))}</Meanwhile>}
        <input type="hidden" name="shown" value={zone} />
        <select
          name="zone"
          aria-labelledby="zone-title"
          autocomplete="off"
          {...(typed !== undefined && REFUSED)}
        >
          {(offered.includes(chosen) ? offered : [chosen, ...offered]).map((each) => (
            <option value={each} selected={each === chosen}>
              {zoneName(each)}
            </option>
          ))}
        </select>
        <p class="buttons">
          <button class="quiet">{t.change}</button>
        </p>
      </form>
    </section>
  );
};
