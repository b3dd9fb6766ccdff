// The one catalogue of texts, for the panel and the pages. English is the shape that every language fills.
import type { InterfaceLanguage } from '../schema/text.ts';
import { act } from './en/act.ts';
import { article } from './en/article.ts';
import { category } from './en/category.ts';
import { correct } from './en/correct.ts';
import { highlight } from './en/highlight.ts';
import { kept } from './en/kept.ts';
import { local } from './en/local.ts';
import { filing } from './en/filing.ts';
import { menu } from './en/menu.ts';
import { pages } from './en/pages.ts';
import { panel } from './en/panel.ts';
import { related } from './en/related.ts';
import { report } from './en/report.ts';
import { settings } from './en/settings.ts';
import { welcome } from './en/welcome.ts';
import { act as actVi } from './vi/act.ts';
import { article as articleVi } from './vi/article.ts';
import { category as categoryVi } from './vi/category.ts';
import { correct as correctVi } from './vi/correct.ts';
import { highlight as highlightVi } from './vi/highlight.ts';
import { kept as keptVi } from './vi/kept.ts';
import { local as localVi } from './vi/local.ts';
import { filing as filingVi } from './vi/filing.ts';
import { menu as menuVi } from './vi/menu.ts';
import { pages as pagesVi } from './vi/pages.ts';
import { panel as panelVi } from './vi/panel.ts';
import { related as relatedVi } from './vi/related.ts';
import { report as reportVi } from './vi/report.ts';
import { settings as settingsVi } from './vi/settings.ts';
import { welcome as welcomeVi } from './vi/welcome.ts';

const en = {
  act,
  article,
  category,
  correct,
  filing,
  highlight,
  kept,
  local,
  menu,
  panel,
  pages,
  related,
  report,
  settings,
  welcome,
};
export type Texts = typeof en;

const catalogue: Record<InterfaceLanguage, Texts> = {
  en,
  vi: {
    act: actVi,
    article: articleVi,
    category: categoryVi,
    correct: correctVi,
    filing: filingVi,
    highlight: highlightVi,
    kept: keptVi,
    local: localVi,
    menu: menuVi,
    panel: panelVi,
    pages: pagesVi,
    related: relatedVi,
    report: reportVi,
    settings: settingsVi,
    welcome: welcomeVi,
  },
};

/** The texts of an interface language. */
export const texts = (language: InterfaceLanguage): Texts => catalogue[language];

/**
 * The interface language that serves a list of wished languages best, English where none is spoken.
 * `wished` are language tags, best first, as in `navigator.languages` or Accept-Language.
 */
export const chooseLanguage = (wished: readonly string[]): InterfaceLanguage => {
  for (const tag of wished) {
    const primary = tag.toLowerCase().split('-')[0];
    if (primary === 'vi' || primary === 'en') return primary;
  }
  return 'en';
};
