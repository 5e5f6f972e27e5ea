import type { placeTextsSv } from './place-texts.sv.ts'

/** What every support's rule says of its track and its place, in English. */
export const placeTextsEn: typeof placeTextsSv = {
  track: {
    employer: 'For what only the own workplace needs',
    person: 'For what strengthens the person on the labour market at large',
  },
  place: (names) => `The workplace is in ${names.join(' or ')}`,
  counties: { '13': 'Halland', '14': 'Västra Götaland' },
}
