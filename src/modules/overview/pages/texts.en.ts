import type { Texts } from './texts.ts'

/** Every English sentence of the module. */
export const en: Texts = {
  overview: {
    title: 'Overview',
    indicators: 'How it is going: ten indicators',
    indicatorsLead:
      'The region’s latest value, how it has changed and where it comes from. Where a value is missing, it says why.',
    allIndicators: 'All indicators',
    map: 'The municipalities on the map',
    mapLead: 'Choose what the map shows. Each municipality leads to its page.',
    matrix: (interventions, municipalities) =>
      `${interventions} interventions in ${municipalities} ${municipalities === 1 ? 'municipality' : 'municipalities'}`,
    matrixLead: 'What each municipality itself says of each intervention. Choose a cell to read more.',
    contact: 'Reach the network',
    more: 'More about the network and this site',
    signIn: 'Do you work in the network? Sign in',
  },
  municipalities: {
    title: 'Municipalities',
    lead: 'The municipalities of the network. Each page says what is decided, what is done and how the indicators stand.',
    list: 'All municipalities',
  },
  municipality: {
    eyebrow: 'Municipality',
    lead: (name) => `What is decided, what is done and how it goes in ${name}.`,
    adoption: 'Adopted programme',
    interventions: 'The interventions',
    interventionsLead: 'The municipality’s own word on each of the interventions.',
    indicators: 'The indicators',
    indicatorsLead: 'The municipality’s latest values beside the region’s.',
    trail: 'Where you are',
  },
  about: {
    title: 'About the network and Samsyn',
    contact: 'Contact',
    how: 'How this site is made',
    howText: [
      'The figures come from open sources. Each shows its source, its licence and when it was retrieved. No value is invented, and a missing value never counts as zero.',
      'The municipalities are compared to learn from each other. That is why there is no ranking.',
      'The site does not track you, sets no cookies for those who only read, and fetches nothing from others.',
    ],
    example: 'Example data',
    exampleText:
      'The statuses, the people and the contact in this installation are made-up examples. The ten indicators and the 15 interventions are a proposal. The values of the indicators and the facts about the councils’ decisions come from named sources.',
    data: 'Open data',
    dataText:
      'All that is public here can be downloaded: CSV and JSON on each indicator’s page, and everything through an open interface.',
    api: 'Description of the interface (OpenAPI)',
  },
  accessibility: {
    title: 'Accessibility statement',
    lead: 'We want everybody to be able to use this site, whatever their aids, screen and connection.',
    status: 'How accessible the site is',
    statusText: [
      'The site is built to meet WCAG 2.2 level AA and thereby EN 301 549. Each page is tried automatically with axe at each change of the program, in light mode, on a phone and on a large screen.',
      'Everything can be read and done without JavaScript and with the keyboard alone. Charts and maps have the same figures in a table.',
      'Nobody from outside has examined the site yet.',
    ],
    known: 'Known shortcomings',
    knownText:
      'The municipalities on the map are small on a phone. The same links stand in the list beside the map.',
    report: 'Have you met an obstacle?',
    reportText:
      'Get in touch with the network and we will put it right. Please say which page it concerns and which aid you use.',
    authority:
      'If you are not content with the answer, you can report it to the Agency for Digital Government (Digg), which supervises the Swedish act on accessibility to digital public service.',
  },
  log: {
    title: 'Events',
    lead: 'Who did what, when, and how it was before and after. The log cannot be changed.',
    empty: 'Nothing has happened yet.',
    program: 'The program',
    older: 'Older events',
    from: 'from',
    to: 'to',
    nothing: 'nothing',
    did: {
      'accounts.person-invited': 'Invited a person',
      'accounts.role-given': 'Gave a role',
      'accounts.role-taken': 'Took a role back',
      'founding.network-founded': 'Founded the network',
      'indicators.indicator-added': 'Added an indicator',
      'indicators.indicator-edited': 'Changed an indicator',
      'indicators.indicator-retired': 'Ended an indicator',
      'indicators.indicator-restored': 'Restored an indicator',
      'programme.cell-said': 'Reported on an intervention',
      'programme.cell-said-again': 'Confirmed a report',
      'programme.goal-brought-back': 'Brought back a goal',
      'programme.area-brought-back': 'Brought back an area',
      'programme.intervention-brought-back': 'Brought back an intervention',
      'programme.goal-added': 'Added a goal',
      'programme.goal-edited': 'Changed a goal',
      'programme.goal-retired': 'Ended a goal',
      'programme.area-added': 'Added an area',
      'programme.area-edited': 'Changed an area',
      'programme.area-retired': 'Ended an area',
      'programme.intervention-added': 'Added an intervention',
      'programme.intervention-edited': 'Changed an intervention',
      'programme.intervention-retired': 'Ended an intervention',
      'programme.programme-edited': 'Changed the programme',
    },
  },
}
