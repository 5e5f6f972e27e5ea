import type { Texts } from './texts.ts'

/** The English sentences around every page, and of the pages that say no. */
export const en: Texts = {
  siteName: 'Samsyn',
  skipToContent: 'Skip to content',
  mainNavigation: 'Main menu',
  footerNavigation: 'Footer',
  menu: 'Menu',
  signIn: 'Sign in',
  signOut: 'Sign out',
  otherLanguage: 'Svenska',
  navigation: {
    indicators: 'Indicators',
    interventions: 'Interventions',
    activities: 'Activities',
    municipalities: 'Municipalities',
    programme: 'The programme',
    entrance: 'For companies',
    about: 'About',
  },
  account: {
    work: 'My work',
    matters: 'Matters',
    toConfirm: 'Figures to confirm',
    companies: 'Companies',
    asks: 'Questions to companies',
    events: 'Round tables',
    imports: 'Bring in figures',
    framework: 'The framework',
    people: 'People and roles',
    auditLog: 'Events',
    matterLoad: 'Load and times',
    letters: 'Letters',
    mailbox: 'Local letters',
  },
  footer: (network) => `Samsyn is open source. It is used here by ${network}.`,
  footerWithoutNetwork: 'Samsyn is open source for regional business-development networks.',
  accessibility: 'Accessibility',
  events: 'Round tables',
  followUps: 'Follow-up',
  desks: 'Desks',
  reports: 'Reports',
  newFigures: 'New figures',
  openData: 'Open data (API)',

  notFound: {
    title: 'There is no such page',
    lead: 'The address may be misspelt, or the link has never led here.',
    home: 'To the overview',
  },
  notAllowed: {
    title: 'You may not do this',
    lead: 'Your roles do not reach this page. Ask the coordinator if you should have the right.',
  },
  signedOut: {
    title: 'You are no longer signed in',
    lead: 'Nothing has been saved, but what you wrote is still there: sign in in a new tab, come back here, go one page back and send again.',
  },
  tooLarge: {
    title: 'That was too much at once',
    lead: 'What you sent is larger than we accept. Shorten the text or divide the file, and try again.',
  },
  broken: {
    title: 'Something went wrong on our side',
    lead: 'The fault has been noted. Nothing you sent has been half saved: try again in a while.',
    reference: 'Number of the fault',
  },
  asOf: {
    day: (day) =>
      `The page is shown as it was known on ${day}: the figures, and what the municipalities had said by then. What became known later is left out.`,
    wrong: (typed) => `“${typed}” is no date. Write it as 2025-03-01. The page shows what is known now.`,
    wrongFile: (typed) => `“${typed}” is no date. Write it as 2025-03-01.`,
    today: 'Show what is known now',
  },
  noNetwork: {
    title: 'There is no network here',
    lead: 'The address does not belong to any network of this installation.',
  },
}
