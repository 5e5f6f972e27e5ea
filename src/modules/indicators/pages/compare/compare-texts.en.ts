import type { CompareTexts } from './compare-texts.ts'

/** Every English sentence about comparing municipalities. */
export const en: CompareTexts = {
  link: 'Compare municipalities',
  crumb: 'Compare',
  eyebrow: 'Comparison',
  title: (name) => `${name}: compare municipalities`,
  finding: (name, place, own, year) => `${name}: ${place} ${own} in ${year}`,
  findingBeside: (name, place, own, region, year) =>
    `${name}: ${place} ${own} and the region ${region} in ${year}`,
  noValue: (name, place, year) => `${name}: ${place} has no value for ${year}`,
  lead: (year, there, of) =>
    there === of
      ? `All are compared in the same year: ${year}, the latest that all ${of} municipalities have a value for.`
      : `All are compared in the same year: ${year}, the latest that nearly all have a value for (${there} of ${of} municipalities).`,
  leadNotCommon: (year) => `All are compared in the same year: ${year}.`,
  nothing: 'No values have been retrieved yet, so there is nothing to compare.',
  network: 'The municipalities of the network',
  form: {
    title: 'What is compared',
    errors: 'This needs to be mended',
    place: 'Municipality',
    noPlace: 'None, only the region',
    inNetwork: 'In the network',
    others: 'Other municipalities',
    group: 'Compare with a group',
    groupHint:
      'The groups “Liknande kommuner” (similar municipalities) are Kolada’s, and are there when a municipality is chosen. They are alike in what the name says, not in everything.',
    chosen: 'Municipalities shown one by one',
    chosenHint: 'Clear the box of those that are no longer to be shown.',
    add: 'Add a municipality',
    addHint: (most) => `Write the name. At most ${most} municipalities can be shown at once.`,
    show: 'Show',
    shows: {
      values: 'The values as they are',
      index: 'Index: change since a base year',
      'per-1000': 'Number per 1,000 inhabitants',
    },
    base: 'Base year of the index',
    submit: 'Compare',
  },
  problems: {
    unknown: (typed) =>
      `We find no municipality called “${typed}” with values here. Write the whole name, such as Göteborg.`,
    'too-many': (most, count) =>
      `You have chosen ${count} municipalities. At most ${most} can be shown at once, so the first ${most} are shown.`,
  },
  cautions: {
    title: 'Bear in mind',
    notCommonYear: (year, there, of) =>
      `No year has values for nearly all municipalities. The comparison is of ${year}, when most have one: ${there} of ${of}.`,
    preliminary: (count, year) =>
      count === 1
        ? `One of the values of ${year} is preliminary. The source may change it.`
        : `${count} of the values of ${year} are preliminary. The source may change them.`,
    peersIncomplete: (there, of, year) =>
      `${there} of ${of} municipalities in the group have a value for ${year}.`,
    fewPeers: (there) =>
      `The group has only ${there === 1 ? 'one value' : `${there} values`}. A mean of fewer than five moves much with a single municipality.`,
  },
  position: {
    title: (year) => `Where it stood in ${year}`,
    subtitle: (unit, year, count) => `${unit}, ${year}, ${count} municipalities with a value`,
    description: (sentences) =>
      `One dot for each municipality, on a scale from the lowest to the highest. ${sentences}`,
    nobody: (count) =>
      `${count} municipalities have a value. Choose a municipality above to see where it lies among them.`,
    noValue: (place, year) => `${place} has no value for ${year} and is not shown among the others.`,
    own: (place, value, year) => `${place} had ${value} in ${year}.`,
    short: (place, own, year) => `${place} ${own} in ${year}`,
    noValueShort: (place, year) => `${place} has no value for ${year}`,
    all: 'All municipalities that have a value',
    among: (higher, lower, others) =>
      others === 0
        ? 'No other municipality has a value.'
        : `Of ${others === 1 ? 'one other municipality' : `the other ${others} municipalities`}, ${higher} had a higher value and ${lower} a lower one${alikeText(others - higher - lower)}.`,
    sum: 'The value of the region is the sum of the municipalities’, so it is not compared with that of one.',
    region: (difference, region) => `Compared with the region’s ${region}, this is ${difference}.`,
    regionLevel: (region) => `This is the same as the region’s ${region}.`,
    peers: (group, mean, median, there, of) =>
      `${group}: the mean is ${mean} and the median ${median}, unweighted, of ${there} of ${of} municipalities.`,
    quartiles: { lower: 'Lower quartile', median: 'Median', upper: 'Upper quartile' },
    others: (count) => (count === 1 ? 'One other municipality' : `The other ${count} municipalities`),
    middle: 'The half in the middle: a quarter lies below, a quarter above',
    empty: 'No municipality has a value.',
  },
  difference: {
    higher: (amount) => `${amount} higher`,
    lower: (amount) => `${amount} lower`,
    level: 'the same',
  },
  table: {
    caption: (unit, year) => `The comparison in numbers: ${unit.toLowerCase()}, ${year}`,
    what: 'Compared with',
    value: 'Value',
    difference: (place) => `${place} is`,
    mean: (group) => `${group}: unweighted mean`,
    median: (group) => `${group}: median`,
    span: (group) => `${group}: lowest and highest`,
    from: (low, high) => `${low} to ${high}`,
    noValue: 'missing',
  },
  lines: {
    title: 'Over time',
    nothing: 'No values to show over time',
    group: (group, from, to) => `${group} ${from}–${to}`,
    from: (name, first, from, last, to) =>
      from === to ? `${name} ${last} in ${to}` : `${name} from ${first} in ${from} to ${last} in ${to}`,
    indexed: (name, index, year) => `${name} ${index} in ${year}`,
    index: (base) => `Index, ${base} = 100`,
    level: (base) => `${base} = 100`,
    description: (name, course) => `Line chart of ${name}. ${course}.`,
    noBase: 'In no year do all that are shown have values above zero, so no index can be made.',
    without: (names, base) => `Not shown, for there is no value for ${base}: ${names}.`,
    indexText:
      'An index shows how much something has changed since the base year, not how much it is. What began low rises more easily.',
    perCapitaText:
      'Each year’s number is divided by the number of inhabitants on the last day of the same year.',
    empty: 'No values have been retrieved yet.',
  },
  alike: {
    title: 'One by one',
    heading: (name) => `${name}: the municipalities one by one`,
    lead: (behind) => `All have the same scale. The thin line is ${behind}.`,
    leadAlone: 'All have the same scale.',
    description: (names) => `A small line chart for each of ${names}.`,
    one: (name, first, from, last, to) => `${name}: from ${first} in ${from} to ${last} in ${to}`,
  },
  ranking: {
    title: 'Ranking',
    offer: 'The order of the municipalities is not shown unless you ask for it.',
    show: 'Show the ranking',
    hide: 'Hide the ranking',
    says: (year, of) => `${of} municipalities have a value for ${year}. The others are not in it.`,
    order: {
      higher: 'The highest value stands first, for higher is better.',
      lower: 'The lowest value stands first, for lower is better.',
      none: 'The highest value stands first. That does not mean that it is best.',
    },
    range:
      'Can be: the places that the municipality can have when values less than one step of the last decimal apart may lie either way.',
    notSaid:
      'A ranking does not say how large the differences are, what they depend on or how well a municipality works. Conditions differ, and in another year the order may be another.',
    own: (place, rank, of, range) =>
      `${place} has place ${rank} of ${of}. As finely as the values are measured, it can be place ${range}.`,
    ownSure: (place, rank, of) => `${place} has place ${rank} of ${of}.`,
    caption: (year) => `The municipalities in order, ${year}`,
    rank: 'Place',
    place: 'Municipality',
    value: 'Value',
    possible: 'Can be',
  },
}

function alikeText(alike: number): string {
  return alike === 0 ? '' : `, ${alike} had the same`
}
