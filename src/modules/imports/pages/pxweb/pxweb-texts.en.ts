import type { YearPart } from '../../pxweb/period.ts'
import type { PxWebTexts } from './pxweb-texts.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The English sentences around picking a series from a statistics office. */
export const en: PxWebTexts = {
  crumbs: 'You are here',
  step: (step) => `Fetch a table, step ${step} of 4`,
  unknown: 'not stated',

  offices: {
    title: 'Choose an office',
    lead: 'Figures are fetched from those who publish them. Years that come later are fetched too.',
    names: {
      scb: 'Statistics Sweden (SCB)',
      tillvaxtanalys: 'Swedish Agency for Growth Policy Analysis',
      vgregion: 'Region Västra Götaland',
      folkhalsomyndigheten: 'Public Health Agency of Sweden',
      ssb: 'Statistics Norway (SSB)',
      statfi: 'Statistics Finland',
      statice: 'Statistics Iceland',
      statgl: 'Statistics Greenland',
      hagstova: 'Statistics Faroe Islands',
      asub: 'Statistics and Research Åland (ÅSUB)',
    },
    countries: {
      SE: 'Sweden',
      NO: 'Norway',
      FI: 'Finland',
      IS: 'Iceland',
      GL: 'Greenland',
      FO: 'Faroe Islands',
      AX: 'Åland',
      DK: 'Denmark',
    },
    search: 'Search among its tables',
    folders: 'Walk through folders',
    licence: (licence) => `Licence ${licence}`,
  },

  tables: {
    title: 'Choose a table',
    lead: (office) => `Tables of ${office}. The office names them in its own language.`,
    words: 'Search for a table',
    wordsHint: 'A few words, such as population municipality.',
    filter: 'Search in the folder',
    find: 'Search',
    caption: 'Tables and folders',
    name: 'Name',
    period: 'Period',
    updated: 'Updated',
    folder: 'folder',
    top: 'All folders',
    found: (total, page, pages) =>
      pages > 1 ? `${total} tables. Page ${page} of ${pages}.` : `${total} found.`,
    none: 'No table was found. Search with fewer or other words.',
    pages: 'Pages',
    previous: 'Previous page',
    next: 'Next page',
  },

  values: {
    lead: 'Choose what the series counts. All municipalities and all years are fetched.',
    errorTitle: 'Change this before the series can be shown',
    about: 'About the table',
    source: 'Source',
    updated: 'Updated',
    cells: 'Figures in the table',
    notes: 'Notes from the source',
    roles: 'How the table is read',
    rolesLead: 'The proposals come from how the table is made. Change what is wrong.',
    place: 'Place',
    placeHint: 'The variable that says which municipality it is about.',
    noPlace: 'None: the table is about the whole country',
    time: 'Time',
    choose: 'Choose',
    gender: 'Gender',
    noGender: 'None: women and men are not told apart',
    all: 'Value for all',
    women: 'Value for women',
    men: 'Value for men',
    noGenderValue: 'Not fetched',
    part: 'The part of the year that stands for the year',
    partHint: 'The table has several values a year. One of them becomes the year’s.',
    partOf: (part, years) => `${part} (${years} years)`,
    from: 'From',
    fromAll: 'The first year',
    again: 'Show the page again with the changes',
    counted: 'What is counted',
    countedLead: 'A series has one single value of each of these variables.',
    nothingElse: 'The table has no other variables.',
    division: (variable) => `Division of ${variable}`,
    ownDivision: 'The table’s own',
    show: 'Show the values',
    search: (variable) => `Search among the values of ${variable}`,
    searchHint: (all) => `${all} values. Write a part of the name and press Show the values.`,
    shown: (shown, found) => `Showing ${shown} of ${found} values.`,
    noneFound: 'No value has that name.',
    leaveOut: 'All together (the office adds them up)',
    preview: 'Show a piece of the series',
    back: 'Back to the tables',
  },
  year: 'the whole year',
  partName: (part: YearPart) => {
    switch (part.unit) {
      case 'month':
        return months[part.number - 1] ?? ''
      case 'quarter':
        return `quarter ${part.number}`
      case 'half':
        return `half-year ${part.number}`
      case 'third':
        return `third ${part.number}`
      case 'week':
        return `week ${part.number}`
    }
  },

  preview: {
    title: 'Check the series',
    lead: 'These are figures of the series, fetched just now. Are they what you expected?',
    caption: 'The latest years for some of the places',
    place: 'Place',
    gender: 'Gender',
    genders: { all: 'All', women: 'Women', men: 'Men' },
    country: 'The whole country',
    preliminary: 'preliminary',
    preliminaryNote: 'p: a preliminary figure that the source may change.',
    signs: 'Signs after a figure are the source’s own.',
    missing: {
      'too-few-answers': 'too few answers',
      'not-participated': 'did not take part',
      'not-yet-published': 'not published yet',
      discontinued: 'discontinued',
      'not-in-source': 'not in the source',
      suppressed: 'protected',
    },
    addedUp:
      'The office adds up the values of what is left out. Shares and means cannot be added: check the figures, or choose a value instead.',
    about: 'About the series',
    table: 'Table',
    unit: 'Unit',
    places: 'Places',
    placesOf: (places) => (places === '1' ? '1 place' : `${places} places`),
    years: 'Years',
    licence: 'Licence',
    key: 'Key of the series',
    change: 'Change the choices',
  },

  failed: {
    title: (office) => `${office} could not answer`,
    sentences: {
      unreachable:
        'There is no connection. Try again in a while. If other websites work, the fault is at the office.',
      timeout: 'The answer took too long. Try again in a while.',
      refused: 'The office did not accept the question. Check the choices, or try again later.',
      limit: 'The office takes no more questions right now. Wait a minute and try again.',
      'wrong-shape':
        'The answer could not be read. Try again. If it happens again the office has changed something: tell whoever looks after the program.',
      loop: 'The pages of the answer lead round to each other. Search with other words.',
      gone: 'The table or folder is not there, or no longer. Go back and choose again.',
      'too-large': 'The answer is too large to be read. Choose a smaller table, or a folder further down.',
      stopped: 'The question was stopped. Try again.',
    },
    again: 'Try again',
    detail: 'Technical details',
    address: 'The question',
    seen: 'The answer',
  },
  problemTitle: 'The figures cannot be read as one series',
  problems: {
    'pxweb-missing-variable': 'A variable is missing in the answer.',
    'pxweb-several-series': 'The variable has several values in the answer. Choose one.',
    'pxweb-other-value': 'The answer is about another value than the chosen one.',
    'pxweb-unknown-place': 'The place is not known.',
    'pxweb-unreadable-period': 'The period cannot be read as a year or a part of a year.',
    'pxweb-period-not-chosen': 'The period is not the part of the year that was chosen.',
    'pxweb-unknown-gender': 'The gender is none of the chosen ones.',
    'pxweb-two-periods-in-one-year': 'The year has several values. Choose a part of the year.',
  },

  errors: {
    'variable-unknown': 'The table has no such variable. Choose another.',
    'variable-twice': 'The same variable is chosen twice. Choose different ones.',
    'time-missing': 'Choose which variable is the time.',
    'part-missing': 'Choose which part of the year stands for the year.',
    'year-unknown': 'The table has no such year. Choose one in the list.',
    'places-unknown':
      'The variable has no municipalities or counties. Choose another, or that the table is about the whole country.',
    'place-needed':
      'You have chosen one single place. Choose the variable as the place, and all are fetched.',
    'gender-missing': 'Choose at least one value: all, women or men.',
    'value-missing': 'Choose a value.',
    'value-unknown': 'The table has no such value. Choose one in the list.',
    'may-not-be-left-out': 'The office does not add this variable up. Choose a value.',
  },
}
