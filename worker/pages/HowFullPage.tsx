// How full a library is: figures, and charts with a table beside each.
import { libraryTexts } from '../../shared/locales/library.ts';
import { type Count, FREE_BYTES, type HowFull } from '../../shared/schema/fullness.ts';
import type { Setting } from './Clip.tsx';
import { fullDay } from './dates.ts';
import { Layout } from './Layout.tsx';

/** The measures of a chart, in its own units. */
const WIDTH = 360;
const HEIGHT = 120;
const GAP = 2;

/** Bars beside each other, as high as their counts; the table beside it tells each. */
const Columns = ({ counts }: { counts: readonly Count[] }) => {
  const most = Math.max(...counts.map(({ clips }) => clips));
  // A first month is a column like any other.
  const step = WIDTH / Math.max(12, counts.length);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {counts.map(({ clips }, at) => {
        const height = (clips / most) * HEIGHT;
        return (
          <rect x={at * step} y={HEIGHT - height} width={Math.max(1, step - GAP)} height={height} />
        );
      })}
      <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
    </svg>
  );
};

const ROW = 18;

/** Bars below each other, as long as their counts. */
const Bars = ({ counts }: { counts: readonly Count[] }) => {
  const most = Math.max(...counts.map(({ clips }) => clips));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${counts.length * ROW}`} aria-hidden="true">
      {counts.map(({ clips }, at) => (
        <rect
          x={0}
          y={at * ROW + GAP}
          width={Math.max(1, (clips / most) * WIDTH)}
          height={ROW - 2 * GAP}
        />
      ))}
    </svg>
  );
};

const Table = ({
  head,
  counts,
  nameOf,
  language,
}: {
  head: string;
  counts: readonly Count[];
  nameOf: (of: string | null) => string;
  language: Setting['language'];
}) => {
  const { fullness: t } = libraryTexts(language);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t.clips}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ of, clips }) => (
          <tr>
            <th scope="row" dir="auto">
              {nameOf(of)}
            </th>
            <td>{t.number(clips)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Size = ({ bytes, language }: Pick<HowFull, 'bytes'> & Pick<Setting, 'language'>) => {
  const { fullness: t } = libraryTexts(language);
  if (bytes === null) return <dd>{t.sizeUnknown}</dd>;
  return (
    <dd>
      {t.sizeOf(bytes, FREE_BYTES)} ({t.share(bytes / FREE_BYTES)}){' '}
      <meter min={0} max={FREE_BYTES} value={bytes} aria-label={t.size} />
    </dd>
  );
};

/** '12/2022', as short as a table has it in either language. */
const monthShort = (month: string | null): string =>
  month === null ? '' : `${Number(month.slice(5))}/${month.slice(0, 4)}`;

export const HowFullPage = ({ setting, full }: { setting: Setting; full: HowFull }) => {
  const { workspace, language } = setting;
  const { fullness: t } = libraryTexts(language);
  const { clips, bytes, oldest, newest, months, sites, furtherSites, among } = full;
  const day = (of: string) => <a href={`/w/${workspace}/day/${of}`}>{fullDay(of, language)}</a>;
  return (
    <Layout {...{ language, workspace }} here="library" title={t.title}>
      <main id="content" class="library full">
        <h1>{t.title}</h1>
        <dl>
          <dt>{t.clips}</dt>
          <dd>{t.number(clips)}</dd>
          <dt>{t.size}</dt>
          <Size {...{ bytes, language }} />
          {oldest !== null && newest !== null && (
            <>
              <dt>{t.oldest}</dt>
              <dd>{day(oldest)}</dd>
              <dt>{t.newest}</dt>
              <dd>{day(newest)}</dd>
            </>
          )}
        </dl>
        {clips === 0 && <p>{t.empty}</p>}
        {months.length > 0 && (
          <section aria-labelledby="months">
            <h2 id="months">{t.byMonth}</h2>
            <div class="chart">
              <Columns counts={months} />
              <Table head={t.month} counts={months} nameOf={monthShort} language={language} />
            </div>
          </section>
        )}
        {sites.length > 0 && (
          <section aria-labelledby="sites">
            <h2 id="sites">{t.bySite}</h2>
            {among < clips && <p>{t.amongNewest(among)}</p>}
            <div class="chart">
              <Bars counts={sites} />
              <Table
                head={t.site}
                counts={sites}
                nameOf={(of) => of ?? t.noSite}
                language={language}
              />
            </div>
            {furtherSites > 0 && (
              <p>
                {t.furtherSites}: {t.number(furtherSites)}
              </p>
            )}
          </section>
        )}
      </main>
    </Layout>
  );
};
