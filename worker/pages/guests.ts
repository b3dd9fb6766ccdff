/** Where a guest reads a collection. */
export const guestAddress = ({
  workspace,
  collection,
}: {
  workspace: string;
  collection: string;
}): string => `/w/${workspace}/guest/${collection}`;
