// What an import would do, before it is made.
import { dayIn } from '../../../../shared/digest/days.ts';
import { plainDay } from '../../dates.ts';
import type { Batch } from './reading.ts';
import type { Setting } from './setting.ts';
import { Title } from './Title.tsx';

const Row = ({ name, value, strong }: { name: string; value: string; strong?: boolean }) => (
  <tr class={strong ? 'strong' : undefined}>
    <th scope="row">{name}</th>
    <td>{value}</td>
  </tr>
);

const Unusable = ({ batch: { unusable }, t }: { batch: Batch; t: Setting['t'] }) => (
  <details>
    <summary>{t.whichUnusable}</summary>
    <ul class="unusable">
      {unusable.first.map(({ what, reason }) => (
        <li>
          <span dir="auto">{what}</span> <small>{t.reasons[reason]}</small>
        </li>
      ))}
    </ul>
    {unusable.count > unusable.first.length && (
      <p class="hint">{t.furtherUnusable(unusable.count - unusable.first.length)}</p>
    )}
  </details>
);

const formatOf = ({ formats }: Batch, t: Setting['t']): string =>
  [...new Set(formats.map(({ format }) => t.formats[format]))].join(', ');

export const Counts = ({
  batch,
  known,
  setting: { t, zone, language },
  onImport,
  onCancel,
}: {
  batch: Batch;
  /** How many of the addresses the library has. */
  known: number;
  setting: Setting;
  onImport: () => void;
  onCancel: () => void;
}) => {
  const { size, duplicates, unusable, facts, refused } = batch;
  const fresh = size - known;
  const day = (instant: string): string => plainDay(dayIn(new Date(instant), zone), language);
  const canBring = fresh > 0 || facts.tagged > 0;
  return (
    <>
      <Title>{batch.name}</Title>
      <p class="meta">{formatOf(batch, t)}</p>
      {refused.map(({ name, reason }) => (
        <p class="trouble">{t.refusals[reason](name)}</p>
      ))}
      <div class="counts">
        <table>
          <caption class="spoken">{t.counts}</caption>
          <tbody>
            <Row name={t.found} value={t.number(size + duplicates + unusable.count)} />
            {duplicates > 0 && <Row name={t.twice} value={t.number(duplicates)} />}
            {unusable.count > 0 && <Row name={t.unusable} value={t.number(unusable.count)} />}
            <Row name={t.known} value={t.number(known)} />
            <Row name={t.fresh} value={t.number(fresh)} strong />
          </tbody>
          <tbody>
            {facts.tagged > 0 && <Row name={t.tagged} value={t.number(facts.tagged)} />}
            {facts.folders > 0 && <Row name={t.folders} value={t.number(facts.folders)} />}
            {facts.oldest && <Row name={t.oldest} value={day(facts.oldest)} />}
            {facts.newest && <Row name={t.newest} value={day(facts.newest)} />}
          </tbody>
        </table>
      </div>
      {unusable.count > 0 && <Unusable batch={batch} t={t} />}
      {fresh > 0 && <p>{t.next}</p>}
      {fresh === 0 && size > 0 && <p>{canBring ? t.onlyTags : t.nothingNew}</p>}
      <p class="buttons">
        {canBring && <button onClick={onImport}>{fresh > 0 ? t.start(fresh) : t.startTags}</button>}
        <button class="quiet" onClick={onCancel}>
          {t.cancel}
        </button>
      </p>
    </>
  );
};
