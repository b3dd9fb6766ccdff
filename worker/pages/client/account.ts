// Making a passkey and signing in with one: the browser does it, the server asks and checks.
import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import * as v from 'valibot';
import { chooseLanguage } from '../../../shared/locales/index.ts';
import { MakingOptions, UsingOptions } from '../../../shared/schema/passkey.ts';
import { signInTexts } from '../../../shared/locales/sign-in.ts';
import { Failed } from './requests.ts';

const t = signInTexts(chooseLanguage([document.documentElement.lang]));

type Trouble = keyof typeof t.troubles;

const ask = async (address: string, body: unknown): Promise<Response> => {
  let answer: Response;
  try {
    answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Failed('offline');
  }
  if (answer.ok) return answer;
  if (answer.status === 401) throw new Failed('sign-in');
  if (answer.status === 403) throw new Failed('forbidden');
  if (answer.status === 409) throw new Failed('gone');
  throw new Failed(answer.status === 429 || answer.status >= 500 ? 'busy' : 'refused');
};

/** An answer in the form that our server gives it in; what has not is another's. */
const parse = <S extends v.GenericSchema>(Schema: S, answer: unknown): v.InferOutput<S> => {
  const parsed = v.safeParse(Schema, answer);
  if (!parsed.success) throw new Failed('refused');
  return parsed.output;
};

const troubleOf = (error: unknown): Trouble => {
  if (error instanceof Failed) {
    const { trouble } = error;
    if (trouble === 'gone') return 'full';
    return trouble === 'offline' ||
      trouble === 'busy' ||
      trouble === 'sign-in' ||
      trouble === 'forbidden'
      ? trouble
      : 'refused';
  }
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
    return 'known';
  const name = error instanceof Error ? error.name : '';
  return name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'unable';
};

const make = async (): Promise<void> => {
  const asked = await ask('/account/passkeys/challenge', {});
  const optionsJSON = parse(MakingOptions, await asked.json());
  const response = await startRegistration({ optionsJSON });
  await ask('/account/passkeys', { response });
  location.assign('/account?told=made');
};

const use = async (next: string): Promise<void> => {
  const asked = await ask('/sign-in/challenge', {});
  const optionsJSON = parse(UsingOptions, await asked.json());
  const response = await startAuthentication({ optionsJSON });
  await ask('/sign-in', { response });
  location.assign(next);
};

const start = (form: HTMLFormElement): void => {
  const told = form.querySelector('output');
  const button = form.querySelector('button');
  if (!told || !button) return;
  const run = async (): Promise<void> => {
    button.setAttribute('aria-disabled', 'true');
    told.textContent = t.waiting;
    try {
      await (form.dataset['passkey'] === 'make' ? make() : use(form.dataset['next'] ?? '/'));
      told.textContent = '';
    } catch (error) {
      told.textContent = t.troubles[troubleOf(error)];
    }
    button.removeAttribute('aria-disabled');
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (button.getAttribute('aria-disabled') !== 'true') void run();
  });
};

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) start(form);
