import type { MembersMatrixTexts } from './members-matrix-texts.ts'

export const en: MembersMatrixTexts = {
  title: 'The whole picture',
  lead: 'The sign is the status, the figure below it how old the municipality’s latest word is. ○ means that nobody is the owner. Move between the cells with the arrow keys.',
  filter: 'Show',
  filters: {
    all: 'All cells',
    mine: 'My municipality and what I own',
    silent: 'Silent',
    'no-owner': 'Without an owner',
  },
  order: 'Order the rows',
  orders: { number: 'By number', oldest: 'Oldest words first', most: 'Most to do first' },
  show: 'Show',
  caption: (count, all) =>
    count === all ? `All ${all} cells` : `${count} of ${all} cells, the others are toned down`,
  nothing: 'No cell is like that at the moment.',
  days: (n) => `${n} d`,
  weeks: (n) => `${n} w`,
  months: (n) => `${n} mo`,
  years: (n) => `${n} y`,
  noOwner: 'no owner',
  owner: (name) => `owner ${name}`,
  csv: 'Download CSV',
  xlsx: 'Download Excel',
}
