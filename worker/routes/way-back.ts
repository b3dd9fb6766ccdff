// Where a form leads back to.

/**
 * The list that a form came from, as it says in a field, with what is told there: an address of this workspace, whatever
 * the field holds.
 */
export const wayBack = (
  workspace: string,
  here: string | null | undefined,
  told: string | null,
): string => {
  const own = `/w/${workspace}/`;
  const from = URL.parse(here ?? '', 'https://here.invalid');
  const isOwn = from?.origin === 'https://here.invalid' && from.pathname.startsWith(own);
  const query = new URLSearchParams(isOwn ? from.search : '');
  query.delete('told');
  if (told !== null) query.set('told', told);
  const path = isOwn ? from.pathname : `${own}library`;
  return query.size > 0 ? `${path}?${query}` : path;
};
