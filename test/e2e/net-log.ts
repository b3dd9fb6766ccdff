// Chromium's own log of its network: whoever asks for what, seen below every proxy, lookups of names included.
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

const NetLog = v.object({
  constants: v.object({ logEventTypes: v.record(v.string(), v.number()) }),
  events: v.array(
    v.object({ type: v.number(), params: v.optional(v.record(v.string(), v.unknown()), {}) }),
  ),
});

/** What makes Chromium write the log to a file, which is whole once the browser has been closed. */
export const netLogArguments = (file: string): string[] => [
  `--log-net-log=${file}`,
  '--net-log-capture-mode=Everything',
];

export interface Asked {
  /** `METHOD address`, in the order in which they began. */
  requests: string[];
  /** The origins whose addresses were looked up. */
  lookups: string[];
}

/** What an origin asked the network for. */
export const askedBy = async (origin: string, file: string): Promise<Asked> => {
  const { constants, events } = v.parse(NetLog, JSON.parse(await readFile(file, 'utf8')));
  const { URL_REQUEST_START_JOB, HOST_RESOLVER_MANAGER_REQUEST } = constants.logEventTypes;
  const own = events.filter(({ params }) => JSON.stringify(params).includes(origin));
  return {
    requests: own
      .filter(({ type }) => type === URL_REQUEST_START_JOB)
      .map(({ params }) => `${params['method']} ${params['url']}`),
    lookups: own
      .filter(({ type, params }) => type === HOST_RESOLVER_MANAGER_REQUEST && params['host'])
      .map(({ params }) => String(params['host'])),
  };
};
