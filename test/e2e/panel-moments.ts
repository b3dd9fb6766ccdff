// The moments of a clip on its way from the panel to the library, at which whatever works on it can be held
// still. Nothing of this is in the shipped code: the browser's own functions are held, until their context ends.
import type { Page, Worker } from '@playwright/test';
import type { Gate, Held } from './panel-gate.ts';

// Over the wrappers of the store that the product uses, so that they see only what is let through.
const holdWrite = (method: 'add' | 'delete', hold: string): string => `new Promise((reached) => {
  const original = IDBObjectStore.prototype.${method};
  IDBObjectStore.prototype.${method} = function (...given) {
    const request = original.apply(this, given);
    if (this.name !== 'bytes') return request;
    IDBObjectStore.prototype.${method} = original;
    const { transaction } = this;
    ${hold}
    return request;
  };
})`;

// A transaction ends by itself only once nothing more is asked of it.
const BEFORE_COMMIT = `
    let held = true;
    globalThis.letGo = () => { held = false; };
    const ask = () => { if (held) this.get(0).onsuccess = ask; };
    request.addEventListener('success', () => { ask(); reached(); });`;

// It is told to the database first, on its way down to the transaction.
const AFTER_COMMIT = `
    const stop = (event) => {
      if (event.target !== transaction) return;
      event.stopImmediatePropagation();
      transaction.db.removeEventListener('complete', stop, true);
      globalThis.letGo = () => transaction.dispatchEvent(new Event('complete'));
      reached();
    };
    transaction.db.addEventListener('complete', stop, true);`;

const holdFetch = (hold: string): string => `new Promise((reached) => {
  const original = fetch;
  globalThis.fetch = async (address, wanted) => {
    if (wanted?.method !== 'PUT') return original(address, wanted);
    ${hold}
    reached();
    return new Promise(() => {});
  };
})`;

const SCRIPTS = {
  'before put': holdWrite('add', BEFORE_COMMIT),
  'after put': holdWrite('add', AFTER_COMMIT),
  'before fetch sent': holdFetch(''),
  'after fetch answered': holdFetch('await (await original(address, wanted)).arrayBuffer();'),
  'before delete': holdWrite('delete', BEFORE_COMMIT),
  'after delete': holdWrite('delete', AFTER_COMMIT),
};

/** A moment: 'before put' everything is asked of the disk; 'after' a step nobody has been told of it. */
export type Moment = keyof typeof SCRIPTS | 'after fetch sent' | 'before fetch answered';

/** In the order in which a clip comes by. */
export const MOMENTS: readonly Moment[] = [
  'before put',
  'after put',
  'before fetch sent',
  'after fetch sent',
  'before fetch answered',
  'after fetch answered',
  'before delete',
  'after delete',
];

/** Where a clip can be held: in the panel that puts it, in the worker that sends it, and between the two ends. */
export interface Places {
  panel: Page;
  worker: Worker;
  gate: Gate;
}

/** Sees to it that the next clip is held at a moment. */
export const holdAt = async (moment: Moment, { panel, worker, gate }: Places): Promise<Held> => {
  if (moment === 'after fetch sent') return gate.hold('request');
  if (moment === 'before fetch answered') return gate.hold('answer');
  const inPanel = moment.endsWith('put');
  const run = (script: string): Promise<unknown> =>
    inPanel ? panel.evaluate(script) : worker.evaluate(script);
  // Two steps, so that the first has an end: after it, the hold is there.
  await run(`void (globalThis.reached = ${SCRIPTS[moment]})`);
  return {
    reached: run('reached').then(() => undefined),
    // A worker that was stopped has taken its holds with it, and so has a panel that was closed.
    letGo: async () => {
      if (inPanel && !panel.isClosed()) await run('letGo()');
    },
  };
};
