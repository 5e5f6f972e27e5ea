import { expect, test } from 'vitest'
import type { GridEntry } from '#modules/programme'
import { leadingOf } from './leading.ts'

type Cell = NonNullable<GridEntry['cell']>

/** On plan, said yesterday, but for what is said of it. */
function aCell(said: Partial<Cell> = {}): Cell {
  return {
    status: 'on-plan',
    text: 'Arbetet pågår.',
    owner: null,
    deputy: null,
    milestone: null,
    isExample: false,
    version: 1,
    saidAt: new Date('2026-11-23T09:00:00Z'),
    saidBy: null,
    handedOver: null,
    ...said,
  }
}

function anEntry(number: number, cell: Cell | null, municipality = 'ale'): GridEntry {
  const name = { sv: `Insats ${number}`, en: '' }
  return {
    intervention: { id: `insats-${number}`, number, name, isRetired: false },
    municipality: { code: municipality, slug: municipality, name: municipality },
    cell,
  }
}

function at(day: string): Date {
  return new Date(`${day}T09:00:00Z`)
}

const today = '2026-11-24'
const numbersOf = (entries: readonly GridEntry[]) => entries.map(({ intervention }) => intervention.number)
const leading = (entries: readonly GridEntry[]) =>
  leadingOf({ municipalities: [], interventions: [], entries }, 'ale', today)

test('what is stuck comes first, then what is late, then a milestone that has passed', () => {
  const { needsYou, onTrack } = leading([
    anEntry(1, aCell({ milestone: { text: 'Klart', on: '2026-11-01' } })),
    anEntry(2, aCell({ status: 'delayed' })),
    anEntry(3, aCell({ status: 'stuck' })),
    anEntry(4, aCell({ milestone: { text: 'Klart', on: '2026-11-24' } })),
  ])
  expect(numbersOf(needsYou.map(({ entry }) => entry))).toEqual([3, 2, 1])
  expect(numbersOf(onTrack)).toEqual([4])
})

test('what is finished or broken off needs nobody, whatever its milestone says', () => {
  const milestone = { text: 'Klart', on: '2026-01-01' }
  const { needsYou, onTrack, ended } = leading([
    anEntry(1, aCell({ status: 'done', milestone })),
    anEntry(2, aCell({ status: 'stopped', milestone })),
  ])
  expect(needsYou).toEqual([])
  expect(numbersOf(onTrack)).toEqual([1])
  expect(numbersOf(ended)).toEqual([2])
})

test('silence is never told as on track', () => {
  const { unknown, onTrack } = leading([anEntry(1, null)])
  expect(numbersOf(unknown.map(({ entry }) => entry))).toEqual([1])
  expect(onTrack).toEqual([])
})

test('the neighbours told of have moved: the finished ones first, then the freshest word, two at most', () => {
  const { needsYou } = leading([
    anEntry(1, aCell({ status: 'stuck' })),
    anEntry(1, aCell({ saidAt: at('2026-11-20') }), 'lerum'),
    anEntry(1, aCell({ status: 'done', saidAt: at('2026-01-01') }), 'kungalv'),
    anEntry(1, aCell({ saidAt: at('2026-11-22') }), 'partille'),
    anEntry(1, aCell({ status: 'delayed' }), 'tjorn'),
    anEntry(1, null, 'ockero'),
    anEntry(2, aCell({ status: 'done' }), 'molndal'),
  ])
  expect(needsYou[0]?.neighbours.map(({ municipality }) => municipality.code)).toEqual([
    'kungalv',
    'partille',
  ])
})
