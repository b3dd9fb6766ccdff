// The zone of a workspace in its settings: its owner changes it there, and sees how far the clips have moved.
import { zoneTexts } from '../../shared/locales/zone.ts';
import type { WorkspaceSummary } from '../../shared/schema/pairing.ts';
import type { ZoneState } from '../../shared/schema/zone.ts';
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
}: {
  workspace: WorkspaceSummary;
  moving: ZoneState['moving'];
}) => {
  const { id, language, zone } = workspace;
  const t = zoneTexts(language);
  const offered = zones();
  return (
    <section id="zone">
      <h2 id="zone-title">{t.title}</h2>
      <p>{t.lead}</p>
      {moving && <Moving {...{ workspace, moving }} />}
      <form method="post" action={`/w/${id}/settings/zone`}>
        <select name="zone" aria-labelledby="zone-title" autocomplete="off">
          {(offered.includes(zone) ? offered : [zone, ...offered]).map((each) => (
            <option value={each} selected={each === zone}>
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
