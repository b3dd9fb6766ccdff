// A small stand-in for the server, for what a real one does only on a bad day: it refuses tokens, goes
// away and comes back, and tells each request that it was sent.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { FilingNames } from '../../shared/schema/filing-write.ts';
import type { Scopes, WorkspaceSummary } from '../../shared/schema/pairing.ts';
import { portOf } from './panel-pages.ts';

export const TOKEN = 'T'.repeat(43);

export interface Put {
  id: string;
  workspace: string;
  authorization: string;
  body: string;
}

/** What the stand-in answers to a write; `silent`: nothing; `cut`: nothing, and hangs up; `hidden limit`: 413 to what is large, unreadable to a page. */
export type Mood = 'takes' | 'silent' | 'cut' | 'hidden limit' | keyof typeof MOODS;

export interface Library {
  origin: string;
  /** Every write in the order of arrival. */
  puts: Put[];
  mood: Mood;
  /** The tags and collections that it has. */
  names: FilingNames;
  /** Who approves the pairings. */
  account: string;
  /** What lets them in. */
  token: string;
  /** Tokens that were given up. */
  revoked: string[];
  workspaces: WorkspaceSummary[];
  /** What they allow. */
  scope: Scopes;
  /** What it answers at an address instead of what a library does. */
  instead: Record<string, Answer>;
  /** Set by the person who presses the button on the approval page. */
  approved: boolean;
  close: () => Promise<void>;
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-allow-methods': 'POST, PUT, DELETE',
};

/** In bytes. */
const HIDDEN_LIMIT = 100_000;

const WORKSPACES: WorkspaceSummary[] = [
  { id: 'home', name: 'Home', role: 'owner', zone: 'Asia/Ho_Chi_Minh', language: 'vi' },
  { id: 'desk', name: 'The news desk', role: 'editor', zone: 'Asia/Ho_Chi_Minh', language: 'vi' },
];

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export const json = (status: number, value: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const problem = (status: number, code: string): Answer =>
  json(status, { type: 'about:blank', code, title: code, status });

export const page = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});

const MOODS = {
  'refuses-token': problem(401, 'sign-in'),
  fails: problem(503, 'busy'),
  deleted: problem(410, 'gone'),
  'knows no member': problem(404, 'not-found'),
  'is newer': problem(422, 'older-client'),
  'markup for a code': problem(409, '<img src=x onerror=alert(1)>'),
  // Of whoever stands between the reader and the library.
  portal: page(200, '<h1>Welcome to our hotel</h1>'),
  'sign-in page': page(401, '<h1>Who are you?</h1>'),
  'no such page': page(404, '<h1>Not found</h1>'),
  'lower limit': page(413, '<h1>Request entity too large</h1>'),
  redirect: { status: 302, headers: { location: '/elsewhere' }, body: '' },
  garbage: { status: 200, headers: { 'content-type': 'application/json' }, body: '{"id":' },
  'fifty megabytes': page(200, 'x'.repeat(50_000_000)),
} as const;

/** Serves the stand-in on a free port. */
export const serveLibrary = async (): Promise<Library> => {
  const answer = async (request: IncomingMessage): Promise<Answer | null> => {
    const body = await readBody(request);
    const { pathname } = new URL(request.url ?? '/', library.origin);
    const instead = library.instead[pathname];
    if (instead) return instead;
    if (pathname === '/api/pairings')
      return json(201, {
        device_code: 'D'.repeat(43),
        user_code: 'BCDF-GHJK',
        verification_uri: `${library.origin}/pair`,
        verification_uri_complete: `${library.origin}/pair?code=BCDF-GHJK`,
        expires_in: 600,
        interval: 1,
      });
    if (pathname === '/api/pairings/token')
      return library.approved
        ? json(200, {
            access_token: library.token,
            token_type: 'Bearer',
            scope: library.scope,
            account: library.account,
            workspaces: library.workspaces,
          })
        : problem(400, 'authorization-pending');
    if (pathname === '/api/token') {
      const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
      if (token !== library.token || library.revoked.includes(token))
        return problem(401, 'sign-in');
      if (request.method === 'DELETE') {
        library.revoked.push(token);
        return json(200, { revoked: true });
      }
      const { account, scope, workspaces } = library;
      return json(200, { account, scope, workspaces });
    }
    if (pathname === '/api/openapi.json') return json(200, { openapi: '3.1.0' });
    if (pathname === '/approve') {
      library.approved = true;
      return page(200, 'approved');
    }
    if (/^\/api\/w\/[^/]+\/names$/.test(pathname)) return json(200, library.names);
    const [, workspace = '', id] =
      /^\/api\/w\/([^/]+)\/(?:keeps|edits|filings|acts)\/([^/]+)$/.exec(pathname) ?? [];
    if (id === undefined)
      return page(200, '<form method="post" action="/approve"><button>Approve</button></form>');
    library.puts.push({ id, workspace, authorization: request.headers.authorization ?? '', body });
    if (library.mood === 'silent') return null;
    if (library.mood === 'cut') {
      request.socket.destroy();
      return null;
    }
    if (library.mood === 'hidden limit') {
      if (body.length > HIDDEN_LIMIT) return MOODS['lower limit'];
    } else if (library.mood !== 'takes') return MOODS[library.mood];
    const seq = library.puts.length;
    return json(201, { id, clip: id, day: '2022-12-27', keptDay: '2026-01-01', seq });
  };

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answered = await answer(request);
    const isHidden = library.mood === 'hidden limit' && answered?.status === 413;
    if (answered)
      response
        .writeHead(answered.status, { ...(!isHidden && CORS), ...answered.headers })
        .end(answered.body);
  };

  const server = createServer((request, response) => {
    if (request.method === 'OPTIONS') {
      response.writeHead(204, CORS).end();
      return;
    }
    void respond(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const library: Library = {
    origin: `http://localhost:${portOf(server)}`,
    puts: [],
    mood: 'takes',
    account: 'account-1',
    token: TOKEN,
    revoked: [],
    workspaces: WORKSPACES,
    scope: 'clip:read clip:write',
    names: { tags: [], collections: [] },
    instead: {},
    approved: false,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return library;
};
