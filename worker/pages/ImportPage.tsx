// Where addresses of other tools come in. Its script does all of it; earlier imports are listed without.
import { dayIn } from '../../shared/digest/days.ts';
import { importTexts } from '../../shared/locales/imports.ts';
import type { Import } from '../../shared/schema/import.ts';
import type { Setting } from './Clip.tsx';
import { plainDay } from './dates.ts';
import { Layout } from './Layout.tsx';

const Earlier = ({ earlier, setting }: { earlier: Import; setting: Setting }) => {
  const t = importTexts(setting.language);
  const { id, name, at, left, undone } = earlier;
  const day = plainDay(dayIn(new Date(at), setting.zone), setting.language);
  const isOver = left === 0;
  return (
    <li>
      <span>
        <b dir="auto">{name}</b>
        <span class="meta">
          <span>{day}</span>
          {isOver ? (
            <span>{undone ? t.takenBack : t.allRead}</span>
          ) : (
            <span data-left>{t.untouched(left)}</span>
          )}
        </span>
      </span>
      {!isOver && <div data-undo={id} data-name={name} data-count={left} />}
    </li>
  );
};

export const ImportPage = ({
  setting,
  imports,
}: {
  setting: Setting;
  /** Newest first. */
  imports: readonly Import[];
}) => {
  const { language, workspace, zone } = setting;
  const t = importTexts(language);
  return (
    <Layout {...{ language, workspace }} here="library" title={t.title} script="import">
      <main id="content" class="settings">
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <noscript>
          <p class="trouble">{t.noScript}</p>
        </noscript>
        <div class="import" data-import data-workspace={workspace} data-zone={zone} />
        {imports.length > 0 && (
          <section>
            <h2>{t.earlier}</h2>
            <ul class="rows">
              {imports.map((earlier) => (
                <Earlier {...{ earlier, setting }} />
              ))}
            </ul>
          </section>
        )}
      </main>
    </Layout>
  );
};
