import type { DownloadTexts } from './download-texts.ts'

export const en: DownloadTexts = {
  indicator: 'Indicator',
  region: 'Municipality',
  year: 'Year',
  sex: 'Sex',
  sexes: { all: 'all', women: 'women', men: 'men' },
  preliminary: 'preliminary',
  sheets: { values: 'Municipalities', region: 'Region', about: 'About' },
  regionColumns: ['indicator', 'year', 'value', 'preliminary', 'rule'],
  yes: 'yes',
  no: 'no',
  aboutColumns: ['indicator', 'item', 'text'],
  terms: {
    name: 'name',
    definition: 'definition',
    method: 'method',
    unit: 'unit',
    direction: 'direction',
    break: 'series break',
    source: 'source',
    licence: 'licence',
    retrieved: 'retrieved',
  },
  xlsx: 'Download Excel',
  jsonStat: 'Download JSON-stat',
  xlsxAbout:
    'The Excel file has the municipalities’ values on one sheet, the region’s on another, and on a third what everything means and where it comes from.',
  jsonStatAbout:
    'JSON-stat 2.0 is the format of statistical offices. The values come municipality by municipality, sex by sex and year by year; `status` says why a value is missing or that it is preliminary.',
  allTitle: 'Download all figures',
  asOf: 'Show what was known on a day',
  asOfHint: 'Write the day as 2026-03-01.',
  asOfShow: 'Show',
  revisions: 'Changed values',
  newFigures: 'New figures, and when more are expected',
}
