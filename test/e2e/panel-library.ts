// A small stand-in for the server, for what a real one does only on a bad day: it refuses tokens, goes
// away and comes back, and tells each request that it was sent.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { portOf } from './panel-pages.ts';

export const TOKEN = 'T'.repeat(43);

export interface Put {
  id: string;
  workspace: string;
  authorization: string;
  body: string;
}

/** What the stand-in answers to a write. */
export type Mood = 'takes' | 'refuses-token' | 'fails' | 'deleted';

export interface Library {
  origin: string;
  /** Every write in the order of arrival. */
  puts: Put[];
  mood: Mood;
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
  'access-control-allow-methods': 'POST, PUT',
};

const WORKSPACES = [
  { id: 'home', name: 'Home', role: 'owner', zone: 'Asia/Ho_Chi_Minh', language: 'vi' },
  { id: 'desk', name: 'The news desk', role: 'editor', zone: 'Asia/Ho_Chi_Minh', language: 'vi' },
];

const MOODS = {
  'refuses-token': { status: 401, code: 'sign-in' },
  fails: { status: 503, code: 'busy' },
  deleted: { status: 410, code: 'gone' },
} as const;

const problem = (status: number, code: string): [number, unknown] => [
  status,
  { type: 'about:blank', code, title: code, status },
];

/** Serves the stand-in on a free port. */
export const serveLibrary = async (): Promise<Library> => {
  const answer = async (request: IncomingMessage): Promise<[number, unknown]> => {
    const body = await readBody(request);
    const { pathname } = new URL(request.url ?? '/', library.origin);
    if (pathname === '/api/pairings')
      return [
        201,
        {
          device_code: 'D'.repeat(43),
          user_code: 'BCDF-GHJK',
          verification_uri: `${library.origin}/pair`,
          verification_uri_complete: `${library.origin}/pair?code=BCDF-GHJK`,
          expires_in: 600,
          interval: 1,
        },
      ];
    if (pathname === '/api/pairings/token')
      return library.approved
        ? [
            200,
            {
              access_token: TOKEN,
              token_type: 'Bearer',
              scope: 'keep',
              account: 'account-1',
              workspaces: WORKSPACES,
            },
          ]
        : problem(400, 'authorization-pending');
    if (pathname === '/approve') {
      library.approved = true;
      return [200, 'approved'];
    }
    const [, workspace = '', id] = /^\/api\/w\/([^/]+)\/keeps\/([^/]+)$/.exec(pathname) ?? [];
    if (id === undefined)
      return [200, '<form method="post" action="/approve"><button>Approve</button></form>'];
    library.puts.push({ id, workspace, authorization: request.headers.authorization ?? '', body });
    if (library.mood !== 'takes') {
      const { status, code } = MOODS[library.mood];
      return problem(status, code);
    }
    return [
      201,
      { id, clip: id, day: '2022-12-27', keptDay: '2026-01-01', seq: library.puts.length },
    ];
  };

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [status, body] = await answer(request);
    const isPage = typeof body === 'string';
    response.writeHead(status, {
      ...CORS,
      'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json',
    });
    response.end(isPage ? body : JSON.stringify(body));
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
    approved: false,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return library;
};
