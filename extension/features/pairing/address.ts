import * as v from 'valibot';
import { Secret } from '../../../shared/schema/pairing.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1']);

/**
 * The origin of the server that a person means by what they typed, or null where it is no address
 * that a token may be sent to: https anywhere, http on this machine alone.
 */
export const serverOrigin = (typed: string): string | null => {
  const trimmed = typed.trim();
  const isLocal = /^(localhost|127\.0\.0\.1)(:|\/|$)/i.test(trimmed);
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed);
  const url = URL.parse(hasScheme ? trimmed : `${isLocal ? 'http' : 'https'}://${trimmed}`);
  // Chromium takes a space for a part of a name, against the URL standard.
  if (!url || url.hostname.includes('%') || url.username || url.password) return null;
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  return isSafe ? url.origin : null;
};

/**
 * The token that a person means by what they pasted, or null where it is none: a mail or a narrow window breaks it into lines,
 * and who copies it out of a header takes the word before it along.
 */
export const tokenTyped = (pasted: string): string | null => {
  const token = pasted.replace(/^\s*Bearer\s/i, '').replace(/[\s\u200B]/g, '');
  return v.is(Secret, token) ? token : null;
};
