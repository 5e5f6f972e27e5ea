import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfDay } from '#platform/values/dates.ts'
import { BasicsForm } from './basics-form.ts'
import { faultOfBudget } from './criteria-form.ts'
import { mixOf } from './counts.ts'
import { kitchenOf } from './kitchen.ts'
import { misfitOf } from './layout.ts'
import { readList, type ListWords } from './people-table.ts'
import { ProgrammeForm, faultOfRounds } from './programme-form.ts'
import { reminderOn } from './reminding.ts'
import { likeOf } from './sameness.ts'
import { freeSeats, nextInLine, offeredUntil, seatFor, type Taken } from './seats.ts'
import { TablesForm } from './tables-form.ts'
import { noNeed } from './participant.ts'

const taken = (a: Partial<Taken>, b: Partial<Taken> = {}) => [
  { criterionId: 'a', taken: 0, waiting: 0, ...a },
  { criterionId: 'b', taken: 0, waiting: 0, ...b },
]

describe('seats', () => {
  const criteria = [
    { id: 'a', seats: 2 },
    { id: 'b', seats: 3 },
  ]

  test('are the criterion’s own, as long as the event has any', () => {
    expect(freeSeats({ seats: 5, criteria, taken: taken({ taken: 2 }) }, 'a')).toBe(0)
    expect(freeSeats({ seats: 5, criteria, taken: taken({ taken: 2 }) }, 'b')).toBe(3)
    expect(freeSeats({ seats: 3, criteria, taken: taken({ taken: 2 }) }, 'b')).toBe(1)
    expect(freeSeats({ seats: 0, criteria, taken: [] }, 'b')).toBe(0)
  })

  test('go to nobody before those who wait for one of the same criterion', () => {
    expect(seatFor({ seats: 5, criteria, taken: taken({ taken: 1, waiting: 1 }) }, 'a')).toBe('waiting')
    expect(seatFor({ seats: 5, criteria, taken: taken({ taken: 1, waiting: 1 }) }, 'b')).toBe('yes')
  })

  test('are never offered to more than there are, and first to who has waited longest', () => {
    const person = fc.record({
      id: fc.uuid(),
      criterionId: fc.constantFrom('a', 'b'),
      answeredAt: fc.integer({ min: 0, max: 50 }).map((at) => new Date(at)),
    })
    fc.assert(
      fc.property(fc.array(person), fc.nat(6), fc.nat(2), fc.nat(3), (people, seats, a, b) => {
        const budget = { seats, criteria, taken: taken({ taken: a }, { taken: b }) }
        const next = nextInLine(budget, people)
        for (const id of ['a', 'b']) {
          const given = next.filter(({ criterionId }) => criterionId === id)
          expect(given.length).toBeLessThanOrEqual(freeSeats(budget, id))
          const latest = Math.max(-1, ...given.map(({ answeredAt }) => answeredAt.getTime()))
          const left = people.filter((one) => one.criterionId === id && !given.includes(one))
          const passedOver = left.filter(({ answeredAt }) => answeredAt.getTime() < latest)
          expect(passedOver).toEqual([])
        }
        expect(next.length).toBeLessThanOrEqual(Math.max(0, seats - a - b))
      }),
      { numRuns: 200 },
    )
  })

  test('are kept for two working days, and never longer than to the eve of the event', () => {
    // A Friday; the days after are a weekend.
    const friday = new Date('2026-11-27T10:00:00Z')
    expect(offeredUntil(friday, '2026-12-20')).toEqual(endOfDay('2026-12-01'))
    expect(offeredUntil(friday, '2026-11-30')).toEqual(endOfDay('2026-11-29'))
    expect(offeredUntil(friday, '2026-11-27')).toEqual(endOfDay('2026-11-27'))
  })
})

const on = (today: string, lastLetter = '2026-12-01') => reminderOn(today, '2026-12-30', lastLetter)

test('the silent are reminded on working days, twice at most, and not just after a letter', () => {
  // Answers are wanted by a Thursday; Christmas and a weekend lie before it.
  expect(on('2026-12-18')).toBeNull()
  expect(on('2026-12-21')).toBe('reminder-early')
  expect(on('2026-12-26')).toBeNull()
  expect(on('2026-12-29')).toBe('reminder-late')
  expect(on('2026-12-31')).toBeNull()
  expect(on('2026-12-22', '2026-12-21')).toBeNull()
  expect(on('2026-12-29', '2026-12-29')).toBeNull()
})

const budgetRow = (id: string, seats: number) => ({ id, text: id, kind: 'company' as const, seats })

test('a budget never exceeds the seats, nor takes back what is taken', () => {
  expect(faultOfBudget(5, [budgetRow('a', 2), budgetRow('b', 3)], new Map())).toBeNull()
  expect(faultOfBudget(5, [budgetRow('a', 2), budgetRow('b', 4)], new Map())).toEqual({
    at: 1,
    fault: 'budget-exceeds',
  })
  expect(faultOfBudget(5, [budgetRow('a', 2)], new Map([['a', 3]]))).toEqual({
    at: 0,
    fault: 'criterion-taken',
  })
})

const tablesSaid = (typed: Readonly<Record<string, string>>) =>
  TablesForm.safeParse({ 'table-1-id': 'a', 'table-1-min': '2', 'table-1-max': '6', ...typed })

describe('forms', () => {
  const basics = {
    title: 'X',
    theme: 'Y',
    place: 'Z',
    onDay: '2026-12-01',
    opensAt: '9.00',
    endsAt: '11:30',
    seats: '20',
    answerBy: '2026-11-27',
    needsDays: '14',
  }
  const faults = (typed: Readonly<Record<string, string>>) =>
    BasicsForm.safeParse({ ...basics, ...typed }).error?.issues.map(({ path, message }) => [
      path[0],
      message,
    ]) ?? []

  test('of an event read times as people write them, and say each fault at its field', () => {
    expect(BasicsForm.parse(basics)).toMatchObject({ opensAt: '09:00', seats: 20 })
    expect(BasicsForm.parse({ ...basics, title: 'A\r\nBcc: b@example.org' }).title).toBe(
      'A Bcc: b@example.org',
    )
    expect(faults({ seats: '0' })).toEqual([['seats', 'seats-invalid']])
    expect(faults({ endsAt: '08:00' })).toEqual([['endsAt', 'ends-before-opens']])
    expect(faults({ answerBy: '2026-12-02' })).toEqual([['answerBy', 'answer-after-event']])
    expect(faults({ opensAt: '25:00', onDay: '2026-02-30' })).toEqual([
      ['onDay', 'day-invalid'],
      ['opensAt', 'opens-invalid'],
    ])
    expect(faults({ title: 'x'.repeat(2000) })).toEqual([['title', 'text-too-long']])
  })

  test('of rounds put them in the order of the clock, without overlap, within the event', () => {
    const { rounds } = ProgrammeForm.parse({
      'round-1-startsAt': '10.30',
      'round-1-minutes': '40',
      'round-3-startsAt': '9:30',
      'round-3-minutes': '45',
    })
    expect(rounds.map(({ number, startsAt }) => [number, startsAt])).toEqual([
      [0, '09:30'],
      [1, '10:30'],
    ])
    expect(faultOfRounds(rounds, { opensAt: '09:00', endsAt: '11:30' })).toBeNull()
    expect(faultOfRounds(rounds, { opensAt: '09:00', endsAt: '11:00' })?.fault).toBe('round-outside')
    const overlapping = rounds.map((round) => ({ ...round, minutes: 90 }))
    expect(faultOfRounds(overlapping, { opensAt: '09:00', endsAt: '15:00' })?.fault).toBe('round-overlaps')
  })

  test('of tables say what is wrong with each', () => {
    expect(tablesSaid({ 'table-1-closed': '2, 3' }).data?.tables).toEqual([
      { id: 'A', min: 2, max: 6, hostId: null, isReachable: false, closed: [1, 2] },
    ])
    const messages = (typed: Readonly<Record<string, string>>) =>
      tablesSaid(typed).error?.issues.map(({ message }) => message)
    expect(messages({ 'table-2-id': 'A', 'table-2-min': '1', 'table-2-max': '2' })).toEqual(['table-twice'])
    expect(messages({ 'table-1-min': '7' })).toEqual(['table-size-turned'])
    expect(messages({ 'table-1-id': 'ett bord' })).toEqual(['table-name-invalid'])
    expect(messages({ 'question-1-text': 'Vad?', 'question-1-table': '9' })).toEqual([
      'question-table-unknown',
    ])
  })
})

const table = (max: number, closed: readonly number[] = []) => ({
  id: '1',
  min: 2,
  max,
  hostId: null,
  isReachable: true,
  closed,
})

test('tables that hold too few, need too many or are closed are told', () => {
  const rounds = [0, 1].map((number) => ({ number, startsAt: '09:00', minutes: 30 }))
  expect(misfitOf({ seats: 10 }, [table(5), table(5)], rounds)).toBeNull()
  expect(misfitOf({ seats: 11 }, [table(5), table(5)], rounds)).toMatchObject({ misfit: 'too-few', room: 10 })
  expect(misfitOf({ seats: 3 }, [table(5), table(5)], rounds)).toMatchObject({
    misfit: 'too-many',
    needed: 4,
  })
  expect(misfitOf({ seats: 10 }, [table(5), table(5, [1])], rounds)).toMatchObject({
    misfit: 'closed',
    round: 1,
  })
})

describe('who is the same', () => {
  const known = [{ name: 'Ada Åkesson', organisation: 'Byggarna', email: 'ada@example.org' }]
  test.each([
    ['listed', { name: 'ada åkesson', organisation: 'Byggarna', email: '' }],
    ['listed', { name: 'Ada  Åkesson', organisation: 'byggarna', email: 'ADA@example.org' }],
    ['same-name', { name: 'Ada Åkesson', organisation: 'Byggarna', email: 'annan@example.org' }],
    ['two-organisations', { name: 'Ada Åkesson', organisation: 'Snickarna', email: '' }],
    ['two-organisations', { name: 'A. Åkesson', organisation: 'Snickarna', email: 'ada@example.org' }],
    [undefined, { name: 'Bo Berg', organisation: 'Byggarna', email: 'bo@example.org' }],
  ])('is %s', (likeness, one) => {
    expect(likeOf(one, known)?.likeness).toBe(likeness)
  })
})

describe('a list of people', () => {
  const words: ListWords = {
    headings: {
      name: ['Namn'],
      title: ['Titel'],
      organisation: ['Organisation'],
      email: ['E-post'],
      municipality: ['Kommun'],
      criterion: ['Grund'],
      phone: ['Telefon'],
    },
    municipalities: [
      { code: '1440', name: 'Ale' },
      { code: '1489', name: 'Alingsås' },
      { code: '1480', name: 'Göteborg' },
    ],
    criteria: [{ id: 'foretag', text: 'Företag i regionen', kind: 'company', seats: 3 }],
    otherwise: 'foretag',
  }
  test('is read by its headings, in any order, with each fault at its cell', () => {
    const read = readList(
      [
        ['Organisation', 'namn', 'e-post', 'Kommun', 'Grund'],
        ['Byggarna', 'سلمى \u202Eالحسن', 'salma@example.org', 'Ale kommun', 'företag i regionen'],
        ['', 'Bo', 'bo', 'Malmö', 'okänd'],
      ],
      words,
    )
    expect(read.entries).toMatchObject([
      { row: 2, person: { name: 'سلمى الحسن', municipality: '1440', criterion: 'foretag' } },
    ])
    expect(read.problems.map(({ row: line, column, at, problem }) => [line, column, at, problem])).toEqual([
      [3, 'organisation', 0, 'organisation-missing'],
      [3, 'email', 2, 'email-invalid'],
      [3, 'municipality', 3, 'municipality-unknown'],
      [3, 'criterion', 4, 'criterion-unknown'],
    ])
  })
  test.each([
    ['Alingsås kommun', '1489'],
    ['Göteborgs stad', '1480'],
    ['ale', '1440'],
    ['1440', '1440'],
  ])('knows %s', (municipality, code) => {
    const { entries } = readList([['Bo', '', 'Byggarna', '', municipality]], words)
    expect(entries[0]?.person.municipality).toBe(code)
  })
  test('is read by place where there are no headings', () => {
    const { entries } = readList([['Bo', 'Ägare', 'Byggarna', 'bo@example.org']], words)
    expect(entries[0]?.person).toMatchObject({ name: 'Bo', title: 'Ägare', organisation: 'Byggarna' })
    expect(readList([['x'.repeat(2000), '', 'Byggarna']], words).problems[0]?.problem).toBe('text-too-long')
  })
})

test('the kitchen is told numbers and no names', () => {
  const needs = [
    { ...noNeed, food: 'Vegetariskt' },
    { ...noNeed, food: 'vegetariskt ', wheelchair: true },
    { ...noNeed, food: 'Nötallergi' },
  ]
  expect(kitchenOf(needs)).toEqual({
    wheelchair: 1,
    hearing: 0,
    seeing: 0,
    food: [
      { text: 'Vegetariskt', count: 2 },
      { text: 'Nötallergi', count: 1 },
    ],
  })
  expect(mixOf(['a', null, 'a'])).toEqual([
    { value: 'a', count: 2 },
    { value: null, count: 1 },
  ])
})
