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
import { Done } from './Done.tsx';
import { type FeedAddresses, feedsAddress } from './feeds.ts';
import { Layout } from './Layout.tsx';
import { Meanwhile, REFUSED } from './Meanwhile.tsx';
import { sharesAddress } from './shares.ts';
import { zoneName } from './zones.ts';
import { ZoneSetting } from './ZoneSetting.tsx';

/** What was done in the settings. */
export const SETTINGS_TOLD = ['named', 'zone', 'look-back'] as const;
type SettingsTold = (typeof SETTINGS_TOLD)[number];

/** What was chosen where somebody else has chosen something else meanwhile. */
export interface Typed {
  name?: string;
  zone?: string;
}

interface Props {
  workspace: WorkspaceSummary;
  feeds: FeedAddresses;
  /** Whether today's page looks back. */
  looksBack: boolean;
  moving: ZoneState['moving'];
  /** What was done just now. */
  told: SettingsTold | null;
  typed: Typed;
}

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
  told,
}: Pick<Props, 'workspace' | 'looksBack' | 'told'>) => {
  const t = lookBackTexts(language);
  return (
    <section id="look-back">
      <h2>{t.setting}</h2>
      {told === 'look-back' && <Done>{looksBack ? t.turned.on : t.turned.off}</Done>}
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

const Rename = ({
  workspace: { id, name, language },
  typed,
}: Pick<Props, 'workspace'> & { typed: string | undefined }) => {
  const { pages: t } = texts(language);
  const { rename, renamedMeanwhile } = teamTexts(language);
  return (
    <form method="post" action={`/w/${id}/settings/name`}>
      {typed !== undefined && (
        <Meanwhile>
          {renamedMeanwhile} <b dir="auto">{name}</b>
        </Meanwhile>
      )}
      <input type="hidden" name="shown" value={name} />
      <label>
        {t.workspaceName}
        <input
          name="name"
          value={typed ?? name}
          required
          maxLength={100}
          autocomplete="off"
          dir="auto"
          {...(typed !== undefined && REFUSED)}
        />
      </label>
      <p class="buttons">
        <button class="quiet">{rename}</button>
      </p>
    </form>
  );
};

export const SettingsPage = ({ workspace, feeds, looksBack, moving, told, typed }: Props) => {
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
          {told === 'named' && <Done>{teamTexts(language).renamed}</Done>}
          {role === 'owner' && <Rename workspace={workspace} typed={typed.name} />}
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
        {role === 'owner' && (
          <ZoneSetting {...{ workspace, moving }} isChanged={told === 'zone'} typed={typed.zone} />
        )}
        <TodaysPage {...{ workspace, looksBack, told }} />
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
