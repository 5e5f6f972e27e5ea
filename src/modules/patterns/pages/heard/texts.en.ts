import type { HeardTexts } from './texts.ts'

/** The English sentences about who is heard. */
export const en: HeardTexts = {
  title: 'Who is not heard?',
  lead: 'Matters and visits of the last twelve months, beside how many companies there are.',
  own: (names: string) => `Companies in ${names}.`,
  all: 'Companies in the whole network.',
  until: 'Twelve months up to and with',
  show: 'Show',
  dimensions: { size: 'By size', branch: 'By branch', municipality: 'By municipality' },
  ordered: 'The group that is heard the least beside how many they are comes first.',
  notRanked: 'In the municipalities’ own order: municipalities are not ranked.',
  columns: {
    size: 'Size',
    branch: 'Branch',
    municipality: 'Municipality',
    matters: 'Matters',
    visits: 'Visits',
    heard: 'Companies heard',
    there: 'Companies there are',
    share: 'Share of those there are and of those heard',
    list: 'Visit list',
  },
  notKnown: 'Not known',
  noRegister: 'Not given',
  list: 'Show',
  says: { less: 'heard less', more: 'heard more', 'as-many': 'no certain difference' },
  share: (ofAll: string, ofHeard: string, low: string, high: string) =>
    `${ofAll} of the companies, ${ofHeard} of those heard (certainly between ${low} and ${high})`,
  tooFew: (count: number) =>
    `Fewer than ${count} companies have been heard. That is too few to say who is heard more or less.`,
  source: (source: string, day: string) => `Number of companies: ${source}, ${day}.`,
  noSource:
    'How many companies there are is not known: no table has been entered. So nobody can say who is heard less.',
  enter: 'Enter the number of companies',
  how: 'Shares are compared by Wilson’s interval of 95 per cent. A company is counted once, however often it is heard. Matters without a known company are counted as matters and not as companies.',
  register: {
    title: 'Enter the number of companies',
    lead: 'Paste a table from the business register. It replaces the one that was there.',
    source: 'Source',
    sourceHint:
      'Who has counted, and which table, for example Statistics Sweden’s business register and the table’s name.',
    asOf: 'Counted as of that day',
    table: 'The table',
    tableHint:
      'Headings on the first line: municipality, size, branch, companies. Size is 0, 1-9, 10-49, 50-249 or 250. Branch is a letter of SNI. Size and branch may be left out, but then for all rows.',
    save: 'Save the table',
    saved: 'The table is saved.',
    errorTitle: 'The table is not saved',
    line: (sentence: string, line: number) => `Line ${line}: ${sentence}`,
  },
  errors: {
    'source-missing': 'Write where the numbers come from.',
    'day-invalid': 'Give a day.',
    'day-passed': 'That day has not been yet.',
    'table-missing': 'Paste the table.',
    'text-too-long': 'That is too long.',
    'headings-unknown': 'the headings municipality and companies are needed.',
    'no-rows': 'the table has no rows.',
    'municipality-unknown': 'the municipality is not in the network.',
    'size-unknown': 'the size is none of the classes.',
    'branch-unknown': 'the branch is no letter of SNI.',
    'count-invalid': 'the number is no whole number.',
    'told-half': 'size and branch are given on all rows or on none.',
    twice: 'the row is there already.',
    unknown: 'That did not work.',
  },
}
