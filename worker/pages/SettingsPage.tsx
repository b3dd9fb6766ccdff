import { activityTexts } from '../../shared/locales/activity.ts';
import { feedTexts } from '../../shared/locales/feeds.ts';
import { importTexts } from '../../shared/locales/imports.ts';
import { texts } from '../../shared/locales/index.ts';
import { leavingTexts } from '../../shared/locales/leaving.ts';
import { lookBackTexts } from '../../shared/locales/look-back.ts';
import { shareTexts } from '../../shared/locales/share.ts';
import { signInTexts } from '../../shared/locales/sign-in.ts';
import { teamTexts } from '../../shared/locales/teams.ts';
import type { WorkspaceSummary } from '../../shared/schema/pairing.ts';
import type { ZoneState } from '../../shared/schema/zone.ts';
import { activityAddress } from './ActivityPage.tsx';
import { type FeedAddresses, feedsAddress } from './feeds.ts';
import { Layout } from './Layout.tsx';
import { sharesAddress } from './shares.ts';
import { zoneName } from './zones.ts';
import { ZoneSetting } from './ZoneSetting.tsx';

const YourData = ({ workspace: { id, role, language } }: { workspace: WorkspaceSummary }) => {
  const t = importTexts(language);
  return (
    <section id="data">
      <h2>{t.yourData}</h2>
      {role !== 'viewer' && (
        <p>
          {t.importLead} <a href={`/w/${id}/import`}>{t.emptyImport}</a>
        </p>
      )}
      <p>{t.exportLead}</p>
      <div data-export>
        <a class="button" href={`/api/w/${id}/export`} download="dateline.jsonl">
          {t.exportAction}
        </a>
        <output class="numbers" />
      </div>
    </section>
  );
};

const TodaysPage = ({
  workspace: { id, language },
  looksBack,
}: {
  workspace: WorkspaceSummary;
  looksBack: boolean;
}) => {
  const t = lookBackTexts(language);
  return (
    <section id="look-back">
      <h2>{t.setting}</h2>
      <p>
        {t.lead} {looksBack ? t.isOn : t.isOff}
      </p>
      <form method="post" action={`/w/${id}/settings/look-back`}>
        <button class="quiet" name="show" value={looksBack ? 'no' : 'yes'}>
          {looksBack ? t.turnOff : t.turnOn}
        </button>
      </form>
    </section>
  );
};

const End = ({ workspace: { id, language } }: { workspace: WorkspaceSummary }) => {
  const t = leavingTexts(language);
  return (
    <section id="end">
      <h2>{t.deleteWorkspace}</h2>
      <p>
        {t.deleteLead} <a href={`/w/${id}/delete`}>{t.deleteWorkspace}</a>
      </p>
    </section>
  );
};

const Rename = ({ workspace: { id, name, language } }: { workspace: WorkspaceSummary }) => {
  const { pages: t } = texts(language);
  return (
    <form method="post" action={`/w/${id}/settings/name`}>
      <label>
        {t.workspaceName}
        <input name="name" value={name} required maxLength={100} autocomplete="off" dir="auto" />
      </label>
      <p class="buttons">
        <button class="quiet">{teamTexts(language).rename}</button>
      </p>
    </form>
  );
};

export const SettingsPage = ({
  workspace,
  feeds,
  looksBack,
  moving,
}: {
  workspace: WorkspaceSummary;
  feeds: FeedAddresses;
  /** Whether today's page looks back. */
  looksBack: boolean;
  moving: ZoneState['moving'];
}) => {
  const { language, id, name, role, zone } = workspace;
  const { pages: t } = texts(language);
  return (
    <Layout
      {...{ language, feeds }}
      workspace={id}
      here="settings"
      title={t.settings}
      script="settings"
    >
      <main id="content" class="settings">
        <h1>{t.settings}</h1>
        <section id="workspace">
          <h2>{t.workspace}</h2>
          {role === 'owner' && <Rename workspace={workspace} />}
          <dl>
            {role !== 'owner' && (
              <>
                <dt>{t.workspaceName}</dt>
                <dd dir="auto">{name}</dd>
              </>
            )}
            <dt>{t.claimLanguage}</dt>
            <dd>{t.languageName}</dd>
            {role !== 'owner' && (
              <>
                <dt>{t.claimZone}</dt>
                <dd>{zoneName(zone)}</dd>
              </>
            )}
          </dl>
          <p>
            <a href={`/w/${id}/members`}>{teamTexts(language).membersLink}</a>
          </p>
          <p>
            <a href={activityAddress(id)}>{activityTexts(language).page.link}</a>
          </p>
        </section>
        {role === 'owner' && <ZoneSetting {...{ workspace, moving }} />}
        <TodaysPage workspace={workspace} looksBack={looksBack} />
        <section>
          <h2>{t.feeds}</h2>
          <p>
            {feedTexts(language).lead} <a href={feedsAddress(id)}>{feedTexts(language).all}</a>
          </p>
        </section>
        <section>
          <h2>{shareTexts(language).title}</h2>
          <p>
            {shareTexts(language).settings}{' '}
            <a href={sharesAddress(id)}>{shareTexts(language).all}</a>
          </p>
        </section>
        <section>
          <h2>{signInTexts(language).account}</h2>
          <p>
            {signInTexts(language).accountLead}{' '}
            <a href="/account">{signInTexts(language).accountLink}</a>
          </p>
        </section>
        <YourData workspace={workspace} />
        {role === 'owner' && <End workspace={workspace} />}
      </main>
    </Layout>
  );
};
