// What a token is, told to whoever bears it, and its end.
import type { TokenRevoked, TokenSummary } from '../../shared/schema/pairing.ts';
import { workspacesOf } from '../domain/access.ts';
import { json } from './answers.ts';
import { tokenBearer } from './policy.ts';
import { apiRoute } from './route.ts';

export const tokenRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/token',
    policy: tokenBearer,
    operation: {
      id: 'getToken',
      summary: 'What the token that asks may do, and where, whatever its scopes.',
      answers: { 200: 'TokenSummary' },
    },
    handler: async (c, { account, scope }) => {
      const workspaces = await workspacesOf(c.var.services, account);
      return json(c, { account, scope, workspaces } satisfies TokenSummary);
    },
  }),
  apiRoute({
    method: 'DELETE',
    path: '/api/token',
    policy: tokenBearer,
    operation: {
      id: 'revokeToken',
      summary: 'Revokes the token that asks.',
      answers: { 200: 'TokenRevoked' },
    },
    handler: async (c, { account, token }) => {
      const { tokens, now } = c.var.services;
      await tokens.revoke(account, token, now().toISOString());
      return json(c, { revoked: true } satisfies TokenRevoked);
    },
  }),
];
