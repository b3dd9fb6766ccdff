// The schemas that OpenAPI names.
import * as v from 'valibot';
import { ActWrite } from '../../shared/schema/act.ts';
import { ActivityPage } from '../../shared/schema/activity.ts';
import { Clip } from '../../shared/schema/clip.ts';
import { ClipCard, Digest } from '../../shared/schema/digest.ts';
import { DigestRange } from '../../shared/schema/digest-range.ts';
import { EditWrite } from '../../shared/schema/edit.ts';
import { FilingNames, FilingWrite } from '../../shared/schema/filing-write.ts';
import { ClipHistory } from '../../shared/schema/history.ts';
import { HighlightList, HighlightWrite } from '../../shared/schema/highlight.ts';
import {
  ImportForecast,
  ImportPart,
  ImportPartAnswer,
  ImportQuestion,
  ImportUndone,
} from '../../shared/schema/import.ts';
import { KeepAnswer, KeepWrite } from '../../shared/schema/keep.ts';
import { ExportedClip, LibraryPage } from '../../shared/schema/library.ts';
import { ManyAnswer, ManyWrite } from '../../shared/schema/many.ts';
import { CardPage, Changes } from '../../shared/schema/mirror.ts';
import {
  Paired,
  PairingPoll,
  PairingStart,
  PairingStarted,
  TokenRevoked,
  TokenSummary,
  WorkspaceSummary,
} from '../../shared/schema/pairing.ts';
import { CollectionWrite, MergeWrite, NameFound, TagWrite } from '../../shared/schema/named.ts';
import { Problem } from '../../shared/schema/problem.ts';

import { Reading, ReadingWrite } from '../../shared/schema/reading.ts';
import { RelatedClips, RelatedQuestion } from '../../shared/schema/related.ts';
import { SavedSearch, SavedSearches, SavedSearchWrite } from '../../shared/schema/saved-search.ts';
import { SearchAnswer } from '../../shared/schema/search.ts';
import { Share, Shares, ShareWrite } from '../../shared/schema/share.ts';
import { StoryWrite } from '../../shared/schema/story.ts';
import {
  GuestList,
  InviteList,
  InviteMade,
  InviteWrite,
  Member,
  MemberList,
  RoleWrite,
  WorkspaceEnd,
  WorkspaceList,
  WorkspaceWrite,
} from '../../shared/schema/team.ts';
import { TrashEmptied, TrashItem, TrashPage } from '../../shared/schema/trash.ts';
import { ZoneState, ZoneWrite } from '../../shared/schema/zone.ts';

/** As much of an OpenAPI document as its readers need to know it by. */
const OpenApi = v.object({
  openapi: v.literal('3.1.0'),
  info: v.object({ title: v.string(), version: v.string() }),
});

export const SCHEMAS = {
  ActWrite,
  ActivityPage,
  CardPage,
  Changes,
  Clip,
  ClipCard,
  ClipHistory,
  CollectionWrite,
  Digest,
  DigestRange,
  EditWrite,
  ExportedClip,
  FilingNames,
  FilingWrite,
  GuestList,
  HighlightList,
  HighlightWrite,
  ImportForecast,
  ImportPart,
  ImportPartAnswer,
  ImportQuestion,
  ImportUndone,
  InviteList,
  InviteMade,
  InviteWrite,
  KeepAnswer,
  KeepWrite,
  LibraryPage,
  ManyAnswer,
  ManyWrite,
  Member,
  MemberList,
  MergeWrite,
  NameFound,
  OpenApi,
  Paired,
  PairingPoll,
  PairingStart,
  PairingStarted,
  Problem,
  Reading,
  ReadingWrite,
  RelatedClips,
  RelatedQuestion,
  RoleWrite,
  SavedSearch,
  SavedSearches,
  SavedSearchWrite,
  SearchAnswer,
  Share,
  Shares,
  ShareWrite,
  StoryWrite,
  TagWrite,
  TokenRevoked,
  TokenSummary,
  TrashEmptied,
  TrashItem,
  TrashPage,
  WorkspaceEnd,
  WorkspaceList,
  WorkspaceSummary,
  WorkspaceWrite,
  ZoneState,
  ZoneWrite,
};
export type SchemaName = keyof typeof SCHEMAS;
