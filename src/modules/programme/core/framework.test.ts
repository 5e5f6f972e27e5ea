import { describe, expect, it } from 'vitest'
import { whyNotBack, whyNotOut, whyUnfit } from './fitting.ts'
import { treeOf, type Framework } from './framework.ts'
import { AreaForm, InterventionForm, ProgrammeForm } from './framework-forms.ts'

const name = { sv: 'Namn', en: '' }
const ended = new Date('2026-01-01T09:00:00Z')
const framework: Framework = {
  programme: null,
  goals: [
    { id: 'g1', name, retiredAt: null, position: 1, text: name },
    { id: 'g2', name, retiredAt: ended, position: 2, text: name },
  ],
  areas: [
    { id: 'a1', name, retiredAt: null, position: 1, goal: 'g1', strategy: name },
    { id: 'a2', name, retiredAt: ended, position: 2, goal: 'g2', strategy: name },
    { id: 'a3', name, retiredAt: null, position: 3, goal: 'g1', strategy: name },
  ],
  interventions: [
    { id: 'i1', name, retiredAt: null, number: 1, area: 'a1', text: name, indicators: [] },
    { id: 'i2', name, retiredAt: ended, number: 1, area: 'a1', text: name, indicators: [] },
    { id: 'i3', name, retiredAt: ended, number: 7, area: 'a2', text: name, indicators: [] },
    { id: 'i4', name, retiredAt: ended, number: 8, area: 'a1', text: name, indicators: [] },
  ],
  statuses: [],
}

it('is a tree of what counts', () => {
  const told = treeOf(framework).map(({ goal, areas }) => [
    goal.id,
    areas.map(({ area, interventions }) => [area.id, interventions.map(({ id }) => id)]),
  ])
  expect(told).toEqual([
    [
      'g1',
      [
        ['a1', ['i1']],
        ['a3', []],
      ],
    ],
  ])
})

describe('an intervention fits', () => {
  const wished = { number: 2, area: 'a1', indicators: ['known'] }
  const unfit = (said: Partial<typeof wished>, self = 'new', retiredAt: Date | null = null) =>
    whyUnfit({ ...wished, ...said }, { id: self, retiredAt }, framework, new Set(['known']))

  it('in an area that counts, with a number of its own and indicators that exist', () => {
    expect(unfit({})).toBeNull()
  })
  it('with its own number', () => {
    expect(unfit({ number: 1 }, 'i1')).toBeNull()
  })
  it('when retired, with a number that another has taken over', () => {
    expect(unfit({ number: 1 }, 'i2', ended)).toBeNull()
  })
  it.each([
    [{ area: 'a2' }, 'area-unknown'],
    [{ area: 'nowhere' }, 'area-unknown'],
    [{ number: 1 }, 'number-taken'],
    [{ indicators: ['known', 'unknown'] }, 'indicator-unknown'],
  ] as const)('not as %o', (said, why) => {
    expect(unfit(said as Partial<typeof wished>)).toBe(why)
  })
})

it('has parts in use as long as something that counts hangs on them', () => {
  expect(whyNotOut('goal', 'g1', framework)).toBe('still-in-use')
  expect(whyNotOut('goal', 'g2', framework)).toBeNull()
  expect(whyNotOut('area', 'a1', framework)).toBe('still-in-use')
  expect(whyNotOut('area', 'a3', framework)).toBeNull()
  expect(whyNotOut('intervention', 'i1', framework)).toBeNull()
})

it.each([
  ['goal', 'g2', null],
  ['area', 'a2', 'parent-retired'],
  ['intervention', 'i2', 'number-taken'],
  ['intervention', 'i3', 'parent-retired'],
  ['intervention', 'i4', null],
] as const)('lets the %s %s back unless %s', (kind, id, why) => {
  expect(whyNotBack(kind, id, framework)).toBe(why)
})

describe('the forms', () => {
  const words = { nameSv: 'Namn', nameEn: '', textSv: 'Text', textEn: '' }

  it('read ticked boxes one by one', () => {
    const typed = { ...words, number: '3', area: 'a1', 'indicator-arbetsloshet': 'on', 'indicator-x': 'on' }
    expect(InterventionForm.parse(typed)).toMatchObject({
      number: 3,
      area: 'a1',
      indicators: ['arbetsloshet', 'x'],
    })
  })
  it('need Swedish, not English', () => {
    const parsed = AreaForm.safeParse({ nameEn: 'Name', textEn: 'Text', position: '1,5' })
    const told = Object.fromEntries(parsed.error?.issues.map((issue) => [issue.path[0], issue.message]) ?? [])
    expect(told).toEqual({
      nameSv: 'name-missing',
      textSv: 'prose-missing',
      position: 'place-invalid',
      goal: 'goal-missing',
    })
  })
  it('ask what a proposal is', () => {
    expect(ProgrammeForm.safeParse({ ...words, isProposal: 'on' }).error?.issues[0]?.message).toBe(
      'note-missing',
    )
    expect(ProgrammeForm.parse({ ...words, isProposal: 'on', noteSv: 'Ett förslag' }).isProposal).toBe(true)
    expect(ProgrammeForm.parse(words).isProposal).toBe(false)
  })
})
