// Guests of collections: as their workspace's owner sees them, and as they see what they are guests of.
import { guestTexts } from '../../shared/locales/guests.ts';
import { teamTexts } from '../../shared/locales/teams.ts';
import type { InterfaceLanguage } from '../../shared/schema/text.ts';
import { plainDay } from './dates.ts';
import { Done } from './Done.tsx';
import { UnreachedRow } from './UnreachedRow.tsx';
import { guestAddress } from './guests.ts';

/** A guest of a collection; the day is that of the workspace's zone. */
export interface ShownGuest {
  account: string;
  /** What they are called. */
  name: string;
  collection: string;
  /** What that is called; null where it is gone. */
  collectionName: string | null;
  since: string;
}

export const GuestList = ({
  language,
  workspace,
  guests,
}: {
  language: InterfaceLanguage;
  workspace: string;
  guests: readonly ShownGuest[];
}) => {
  const t = guestTexts(language);
  return (
    <section id="guests">
      <h2>{t.guests}</h2>
      <p>{t.guestsLead}</p>
      <ul class="rows">
        {guests.map(({ account, name, collection, collectionName, since }) => (
          <li>
            <span>
              <b dir="auto">{name}</b>
              <span class="meta">
                <span dir="auto">{collectionName ?? t.goneCollection}</span>
                <span>{t.since(plainDay(since, language))}</span>
              </span>
            </span>
            <form method="post" action={`/w/${workspace}/guests/remove`}>
              <input type="hidden" name="account" value={account} />
              <input type="hidden" name="collection" value={collection} />
              <button class="quiet" aria-label={t.removeOf(name, collectionName ?? '')}>
                {t.remove}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What a guest is told who has no account but this one yet. */
export const Joined = ({ language }: { language: InterfaceLanguage }) => {
  const t = guestTexts(language);
  return (
    <>
      <Done>{t.joined}</Done>
      <p>
        {t.onlyHere}{' '}
        <a class="way" href="/account">
          {teamTexts(language).toAccount}
        </a>
      </p>
    </>
  );
};

/** A collection that somebody is a guest of. */
export interface ShownVisit {
  workspace: string;
  workspaceName: string;
  collection: string;
  /** Null where its library cannot be reached just now. */
  collectionName: string | null;
}

export const VisitList = ({
  language,
  visits,
}: {
  language: InterfaceLanguage;
  visits: readonly ShownVisit[];
}) => {
  const t = guestTexts(language);
  return (
    <section id="visits">
      <h2>{t.visits}</h2>
      <ul class="rows">
        {visits.map(({ collectionName, workspaceName, ...visit }) =>
          collectionName === null ? (
            <UnreachedRow language={language} name={workspaceName} />
          ) : (
            <li>
              <span>
                <a href={guestAddress(visit)}>
                  <b dir="auto">{collectionName}</b>
                </a>
                <span class="meta" dir="auto">
                  {workspaceName}
                </span>
              </span>
              <form method="post" action={`${guestAddress(visit)}/leave`}>
                <button class="quiet" aria-label={t.leaveOf(collectionName)}>
                  {t.leave}
                </button>
              </form>
            </li>
          ),
        )}
      </ul>
    </section>
  );
};
