import type { FollowTexts } from './follow-texts.ts'

/** The English sentences around beginning to follow a series. */
export const en: FollowTexts = {
  errorTitle: 'Change this before the series can be added',
  fetch: 'Fetch the series',
  fetchLead: (names) =>
    `The series is used by ${names} already. Its figures begin to be fetched at once, for every municipality in the country.`,
  fetchButton: 'Begin to fetch',
  connect: 'Connect to an indicator that is there already',
  connectLead: 'Indicators that have no series yet. The figures begin to be fetched at once.',
  indicator: 'Indicator',
  choose: 'Choose',
  connectButton: 'Connect and fetch',
  add: 'Add a new indicator',
  addLead: 'The indicator is added to the framework, and its figures begin to be fetched at once.',
  addButton: 'Add and fetch',
  rhythm: 'How often figures are fetched',
  rhythms: {
    calendar: 'When the source publishes, otherwise every week',
    monthly: 'On the first of every month',
    'by-hand': 'Only when somebody asks for it',
  },
  errors: {
    'indicator-missing': 'Choose an indicator.',
    'indicator-unknown': 'There is no such indicator. Choose another.',
    'has-series': 'The indicator has been given a series in the meantime. Choose another.',
    'rhythm-missing': 'Choose how often the figures are fetched.',
  },
}
