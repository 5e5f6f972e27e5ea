import type { KoladaTexts } from './kolada-texts.ts'

export const en: KoladaTexts = {
  title: 'Search indicators in Kolada',
  lead: (count, day) =>
    `The catalogue has ${count} indicators. It comes with the program and is of ${day}; what it says of one is read anew when it is fetched.`,
  words: 'Search by words or number',
  wordsHint: 'Such as arbetslöshet, nystartade företag or N00999: the catalogue is in Swedish.',
  find: 'Search',
  found: (count) => (count === 1 ? 'One indicator fits.' : `${count} indicators fit best.`),
  none: 'No indicator fits. Try another word, or fewer words.',
  caption: 'Indicators that fit',
  name: 'Indicator',
  about: 'Is about',
  next: 'Next publication',
  ended: 'ended',
  byGender: 'divided by sex',
  municipalities: 'municipalities',
  regions: 'regions',
  both: 'municipalities and regions',
  unknown: 'not stated',
  back: 'Back to the search',
  definition: 'As Kolada describes it',
  area: 'Field',
  fewest: (count) => `Shown only when at least ${count} have answered.`,
  endedTitle: 'The indicator has ended',
  endedLead: (words) =>
    `The catalogue says: “${words}”. You can fetch what there is, but nothing new will come.`,
  successor: 'Go on with this instead',
  planned: 'The series is fetched already',
  plannedLead: 'See how it went the last time.',
  seeRun: 'To the latest run',
}
