// Public links: all that a person made, or those to one thing and the form that makes another.
import { dayIn } from '../../shared/digest/days.ts';
import { shareTexts } from '../../shared/locales/share.ts';
import { SHARE_DAYS, type Share, type ShareOf } from '../../shared/schema/share.ts';
import type { Setting } from './Clip.tsx';
import { fullDay, plainDay } from './dates.ts';
import { Done } from './Done.tsx';
import { FormId } from './FormId.tsx';
import { Layout } from './Layout.tsx';
import { nameAddress } from './NamesPage.tsx';
import { shareFields, sharesAddress } from './shares.ts';
import { spanAddress } from './Span.tsx';

interface Own {
  setting: Setting;
}

/** A thing that is shared, by its name. */
export interface Thing {
  of: ShareOf;
  called: string;
}

const DEFAULT_DAYS = 30;

const Check = ({ name, label, lead }: { name: string; label: string; lead: string }) => (
  <>
    <label class="check">
      <input type="checkbox" name={name} value="yes" aria-describedby={`${name}-lead`} />
      {label}
    </label>
    <p class="hint" id={`${name}-lead`}>
      {lead}
    </p>
  </>
);

const Make = ({
  setting: { workspace, language },
  thing: { of },
  workspaceName,
  form,
}: Own & { thing: Thing; workspaceName: string; form: string }) => {
  const t = shareTexts(language);
  return (
    <section>
      <h2>{t.make}</h2>
      <p>{t.shows[of.kind]}</p>
      <form method="post" action={sharesAddress(workspace)}>
        <FormId id={form} />
        {Object.entries(shareFields(of)).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <label>
          {t.until}
          <select name="days">
            {SHARE_DAYS.map((days) => (
              <option value={days} selected={days === DEFAULT_DAYS}>
                {t.days(days)}
              </option>
            ))}
            <option value="">{t.days(null)}</option>
          </select>
        </label>
        {of.kind !== 'day' && <Check name="fullText" label={t.fullText} lead={t.fullTextLead} />}
        <Check name="named" label={t.named} lead={t.namedLead(workspaceName)} />
        {of.kind === 'collection' && <Check name="feeds" label={t.feeds} lead={t.feedsLead} />}
        <p class="buttons">
          <button>{t.press}</button>
        </p>
      </form>
    </section>
  );
};

/** What a link shows in words, and its page in the workspace; null where that is gone. */
const shown = (
  { of }: Share,
  { workspace, language }: Setting,
): { kind: string; name: string; address: string | null } => {
  const t = shareTexts(language);
  switch (of.kind) {
    case 'clip':
      return {
        kind: t.clip,
        name: of.title ?? t.deleted,
        address: of.title === null ? null : `/w/${workspace}/clip/${of.id}`,
      };
    case 'collection':
      return {
        kind: t.collection,
        name: of.name ?? t.deleted,
        address: of.name === null ? null : nameAddress(workspace, 'collection', of.name),
      };
    case 'day': {
      const day = fullDay(of.day, language);
      return {
        kind: t.day,
        name: of.collection === null ? day : t.ofCollection(day, of.collection),
        address: spanAddress(
          { workspace, axis: 'published', collection: of.collection },
          'day',
          of.day,
        ),
      };
    }
  }
};

const endOf = ({ expiresAt, state }: Share, { zone, language }: Setting): string => {
  const t = shareTexts(language);
  if (state === 'gone') return t.gone;
  if (state === 'expired') return t.expired;
  if (expiresAt === null) return t.never;
  return t.ends(plainDay(dayIn(new Date(expiresAt), zone), language));
};

const Visits = ({ visits, setting: { language } }: Own & Pick<Share, 'visits'>) => {
  const t = shareTexts(language);
  const all = visits.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return <p class="meta">{t.noVisits}</p>;
  return (
    <details class="visits">
      <summary>{t.visited(all)}</summary>
      <ul>
        {visits.map(({ day, count }) => (
          <li>{t.visitsOn(plainDay(day, language), count)}</li>
        ))}
      </ul>
    </details>
  );
};

const Row = ({ share, thing, setting }: Own & { share: Share; thing: Thing | null }) => {
  const { workspace, zone, language } = setting;
  const t = shareTexts(language);
  const { kind, name, address } = shown(share, setting);
  const made = plainDay(dayIn(new Date(share.createdAt), zone), language);
  const facts = [
    ...(share.isOwn ? [] : [t.byOther]),
    ...(share.fullText ? [t.withText] : []),
    ...(share.named ? [t.withName] : []),
    ...(share.feeds ? [t.withFeeds] : []),
  ];
  return (
    <li>
      {!thing && (
        <p class="what">
          <b>{kind}</b>{' '}
          {address === null ? (
            <span dir="auto">{name}</span>
          ) : (
            <a href={address} dir="auto">
              {name}
            </a>
          )}
        </p>
      )}
      <form method="post" action={`/w/${workspace}/shares/${share.id}/revoke`}>
        {thing &&
          Object.entries(shareFields(thing.of)).map(([field, value]) => (
            <input type="hidden" name={field} value={value} />
          ))}
        {share.state === 'live' && (
          <label>
            <span class="spoken">{t.address}</span>
            <input value={share.url} readonly data-address />
          </label>
        )}
        {share.state === 'live' && (
          <a class="way" href={share.url} rel="noreferrer">
            {t.open}
          </a>
        )}
        <button class="quiet" aria-label={t.revokeOf(name, made)}>
          {t.revoke}
        </button>
      </form>
      <p class="meta">
        <span class={share.state === 'live' ? undefined : 'over'}>{endOf(share, setting)}</span>
        <span>{t.made(made)}</span>
        {facts.map((fact) => (
          <span>{fact}</span>
        ))}
      </p>
      <Visits visits={share.visits} setting={setting} />
    </li>
  );
};

export const SharesPage = ({
  setting,
  workspaceName,
  thing,
  shares,
  form,
  told,
}: Own & {
  workspaceName: string;
  /** The thing whose links these are; null for all. */
  thing: Thing | null;
  shares: readonly Share[];
  /** The id of the form that makes a link; null for who may make none. */
  form: string | null;
  /** What was done just now. */
  told: 'made' | 'revoked' | null;
}) => {
  const { workspace, language } = setting;
  const t = shareTexts(language);
  const title = thing ? t.titleOf(thing.called) : t.title;
  return (
    <Layout {...{ language, workspace, title }} here="library">
      <main id="content" class="settings shares" data-copy={t.copy} data-copied={t.copied}>
        <h1 dir="auto">{title}</h1>
        <p>{t.lead}</p>
        {told && <Done>{told === 'made' ? t.wasMade : t.wasRevoked}</Done>}
        <section aria-label={t.links}>
          {thing && <h2>{t.links}</h2>}
          {shares.length === 0 && <p>{thing ? t.noneOf : t.none}</p>}
          <ul class="share-rows">
            {shares.map((share) => (
              <Row {...{ share, thing, setting }} />
            ))}
          </ul>
        </section>
        {thing && form !== null && <Make {...{ setting, thing, workspaceName, form }} />}
        {thing && (
          <p>
            <a class="way" href={sharesAddress(workspace)}>
              {t.all}
            </a>
          </p>
        )}
      </main>
    </Layout>
  );
};
