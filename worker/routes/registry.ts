// Every route there is.
import { accountExportRoutes } from './account-export.ts';
import { accountRoutes } from './account.tsx';
import { accountTokenRoutes } from './account-tokens.tsx';
import { activityRoutes } from './activity.tsx';
import { actRoutes } from './acts.ts';
import { json, withEtag } from './answers.ts';
import { calendarRoutes } from './calendar.ts';
import { claimRoutes } from './claim.tsx';
import { collectionDayRoutes } from './collection-days.tsx';
import { copyRoutes } from './copies.tsx';
import { correctRoutes } from './correct.tsx';
import { clipRoutes } from './clips.ts';
import { dayRoutes } from './day.tsx';
import { digestRoutes } from './digests.ts';
import { editRoutes } from './edits.ts';
import { endingRoutes } from './endings.tsx';
import { exportRoutes } from './exports.ts';
import { feedListRoutes } from './feed-list.tsx';
import { feedRoutes } from './feeds.ts';
import { guestRoutes } from './guests.tsx';
import { guestApiRoutes } from './guests-api.ts';
import { highlightRoutes } from './highlights.ts';
import { filingRoutes } from './filings.ts';
import { homeRoutes } from './home.tsx';
import { importPageRoutes } from './import-page.tsx';
import { importRoutes } from './imports.ts';
import { inviteRoutes } from './invite.tsx';
import { keepRoutes } from './keeps.ts';
import { linkRoutes } from './links.tsx';
import { libraryPageRoutes } from './library-page.tsx';
import { manyRoutes } from './many.ts';
import { memberRoutes } from './members.tsx';
import { mirrorRoutes } from './mirror.ts';
import { nameRoutes } from './names.tsx';
import { openApiDocument } from './openapi.ts';
import { nameApiRoutes } from './names-api.ts';
import { pairRoutes } from './pair.tsx';
import { pairingRoutes } from './pairings.ts';
import { personalRoutes } from './personal.ts';
import { anybody } from './policy.ts';
import { readingRoutes } from './reading.tsx';
import { apiRoute, type Route } from './route.ts';
import { referenceRoute } from './reference.tsx';
import { relatedRoutes } from './related.ts';
import { savedSearchFeedRoutes } from './saved-search-feeds.ts';
import { savedSearchPageRoutes } from './saved-searches-page.tsx';
import { savedSearchRoutes } from './saved-searches.ts';
import { searchPageRoutes } from './search-page.tsx';
import { searchRoutes } from './search.ts';
import { settingsRoutes } from './settings.tsx';
import { signInRoutes } from './sign-in-page.tsx';
import { shareRoutes } from './shares.ts';
import { sharePageRoutes } from './shares-page.tsx';
import { sharedFeedRoutes } from './shared-feeds.ts';
import { sharedRoutes } from './shared.tsx';
import { spanRoutes } from './spans.tsx';
import { storyRoutes } from './stories.ts';
import { teamApiRoutes } from './team-api.ts';
import { tokenRoutes } from './token.ts';
import { trashPageRoutes } from './trash-page.tsx';
import { trashRoutes } from './trash.ts';
import { workspaceRoutes } from './workspaces.ts';
import { workspacePageRoutes } from './workspaces-page.tsx';
import { zoneRoutes } from './zone.ts';

const openApiRoute = apiRoute({
  method: 'GET',
  path: '/api/openapi.json',
  policy: anybody,
  operation: {
    id: 'getOpenApi',
    summary: 'This description.',
    answers: { 200: 'OpenApi', 304: null },
  },
  handler: (c) => withEtag(c, json(c, openApiDocument(ROUTES))),
});

export const ROUTES: readonly Route[] = [
  ...homeRoutes,
  ...claimRoutes,
  ...signInRoutes,
  ...accountRoutes,
  ...accountExportRoutes,
  ...workspacePageRoutes,
  ...memberRoutes,
  ...activityRoutes,
  ...inviteRoutes,
  ...guestRoutes,
  ...endingRoutes,
  ...accountTokenRoutes,
  ...pairRoutes,
  ...linkRoutes,
  ...dayRoutes,
  ...collectionDayRoutes,
  ...spanRoutes,
  ...personalRoutes,
  ...readingRoutes,
  ...correctRoutes,
  ...copyRoutes,
  ...libraryPageRoutes,
  ...trashPageRoutes,
  ...nameRoutes,
  ...searchPageRoutes,
  ...savedSearchPageRoutes,
  ...importPageRoutes,
  ...settingsRoutes,
  ...feedListRoutes,
  ...feedRoutes,
  ...savedSearchFeedRoutes,
  ...sharedRoutes,
  ...sharedFeedRoutes,
  ...sharePageRoutes,
  openApiRoute,
  referenceRoute(() => ROUTES),
  ...pairingRoutes,
  ...tokenRoutes,
  ...workspaceRoutes,
  ...teamApiRoutes,
  ...guestApiRoutes,
  ...zoneRoutes,
  ...keepRoutes,
  ...editRoutes,
  ...filingRoutes,
  ...nameApiRoutes,
  ...highlightRoutes,
  ...clipRoutes,
  ...manyRoutes,
  ...actRoutes,
  ...trashRoutes,
  ...relatedRoutes,
  ...searchRoutes,
  ...savedSearchRoutes,
  ...shareRoutes,
  ...storyRoutes,
  ...mirrorRoutes,
  ...importRoutes,
  ...exportRoutes,
  ...digestRoutes,
  ...calendarRoutes,
];
