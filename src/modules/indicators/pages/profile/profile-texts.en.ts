import type { ProfileTexts } from './profile-texts.ts'

/** Every English sentence about one municipality over all indicators. */
export const en: ProfileTexts = {
  link: (place) => `Where ${place} lies among all municipalities`,
  crumb: 'Profile',
  municipalities: 'Municipalities',
  title: (place) => `${place}: where it lies among all`,
  lead: (place) =>
    `Each row is an indicator that the network follows. The line is all municipalities that have a value, in order from the lowest to the highest, and the dot is ${place}. High is not always good: the direction stands beside the name.`,
  caption: (place) => `${place} among all municipalities, an indicator in each row`,
  indicator: 'Indicator',
  value: 'Value',
  where: 'Among all municipalities',
  compare: 'Compare',
  compareWhat: (indicator) => `Compare ${indicator}`,
  above: (lower, higher, of, year) =>
    `${year}: of ${of}, ${lower} have a lower value and ${higher} a higher one.`,
  alone: (year) => `${year}: the only municipality with a value.`,
  valueThen: (value) => `The value was ${value} then.`,
  noCommonYear: 'Cannot be compared: no year has values of both the municipality and nearly all others.',
  empty: 'No values of the municipality have been retrieved yet.',
  withheld: 'not shown, too few persons',
}
