import { exportAccount } from '../domain/account-export.ts';
import { signedIn } from './policy.ts';
import { pageRoute } from './route.ts';

export const accountExportRoutes = [
  pageRoute({
    method: 'GET',
    path: '/account/export',
    policy: signedIn,
    handler: async (c, { person }) => {
      const after = c.req.query('after') ?? null;
      const { lines, next } = await exportAccount(c.var.services, person.account, after);
      const address = next && `/account/export?${new URLSearchParams({ after: next })}`;
      // Told in the file too: a browser that saves it shows nobody its headers.
      const all = address === null ? lines : [...lines, { kind: 'more', next: address }];
      return c.body(all.map((line) => `${JSON.stringify(line)}\n`).join(''), 200, {
        'Content-Type': 'application/jsonl; charset=utf-8',
        'Content-Disposition': 'attachment; filename="dateline-account.jsonl"',
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
        ...(address !== null && { Link: `<${address}>; rel="next"` }),
      });
    },
  }),
];
