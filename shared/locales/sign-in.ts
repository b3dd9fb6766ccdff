// The texts of signing in and of one's account, which the extension has no use for.
import type { InterfaceLanguage } from '../schema/text.ts';
import { signIn as en } from './en/sign-in.ts';
import { signIn as vi } from './vi/sign-in.ts';

export type SignInTexts = typeof en;

const catalogue: Record<InterfaceLanguage, SignInTexts> = { en, vi };

/** The texts of signing in in an interface language. */
export const signInTexts = (language: InterfaceLanguage): SignInTexts => catalogue[language];
