// The addresses of the pages on which public links are made.
import type { ShareOf } from '../../shared/schema/share.ts';

/** What a link is to show, as fields of a form or a query. */
export const shareFields = (of: ShareOf): Readonly<Record<string, string>> => {
  if (of.kind === 'clip') return { clip: of.id };
  if (of.kind === 'collection') return { collection: of.name };
  return { day: of.day, ...(of.collection !== null && { collection: of.collection }) };
};

/** The links of a workspace, or those to one thing and the form that makes another. */
export const sharesAddress = (workspace: string, of: ShareOf | null = null): string => {
  const all = `/w/${workspace}/shares`;
  return of === null ? all : `${all}?${new URLSearchParams(shareFields(of))}`;
};
