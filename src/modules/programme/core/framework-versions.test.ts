import { describe, expect, test } from 'vitest'
import { frameworkVersions, partSaid, type PartSaid, type PartVersion } from './framework-versions.ts'

const said: PartSaid = {
  name: { sv: 'Fortbilda anställda', en: '' },
  text: { sv: 'Vi fortbildar.', en: '' },
  place: 3,
  parent: 'kompetens',
  indicators: [],
  isProposal: null,
  isRetired: false,
}
const first: PartVersion = { kind: 'intervention', id: 'fortbilda', version: 1, since: null, said }
const at = (day: string) => new Date(`${day}T10:00:00Z`)

test('a framework that was never changed has no versions but its first', () => {
  expect(frameworkVersions([first])).toEqual([])
})

test('what is changed on one day is one version, the latest change and the newest version first', () => {
  const renamed = { ...said, name: { sv: 'Vidareutbilda', en: '' } }
  const versions = frameworkVersions([
    { ...first, version: 3, since: at('2026-12-02'), said: { ...renamed, isRetired: true } },
    first,
    { ...first, version: 2, since: at('2026-12-01'), said: renamed },
    { kind: 'goal', id: 'nytt', version: 1, since: new Date('2026-12-01T12:00:00Z'), said },
  ])
  expect(
    versions.map(({ number, day, changes }) => ({
      number,
      day,
      changes: changes.map(({ id, before, fields }) => [id, before === null, fields]),
    })),
  ).toEqual([
    { number: 3, day: '2026-12-02', changes: [['fortbilda', false, ['isRetired']]] },
    {
      number: 2,
      day: '2026-12-01',
      changes: [
        ['nytt', true, []],
        ['fortbilda', false, ['name']],
      ],
    },
  ])
})

test('a day is a day in Sweden', () => {
  const [version] = frameworkVersions([
    first,
    { ...first, version: 2, since: new Date('2026-12-01T23:30:00Z'), said },
  ])
  expect(version?.day).toBe('2026-12-02')
})

describe('a kept row', () => {
  test('of any kind is read by what it has', () => {
    const name = { sv: 'Namn', en: 'Name' }
    expect(partSaid({ name, vision: name, is_proposal: true, version: 1 })).toMatchObject({
      text: name,
      isProposal: true,
      place: null,
      isRetired: false,
    })
    expect(
      partSaid({ name, strategy: name, position: 2, goal_id: 'mal', retired_at: '2026-12-01T10:00:00Z' }),
    ).toMatchObject({ text: name, place: 2, parent: 'mal', isRetired: true })
    expect(partSaid({ name, text: name, number: 4, area_id: 'omrade', indicator_ids: ['a'] })).toMatchObject({
      place: 4,
      parent: 'omrade',
      indicators: ['a'],
    })
  })
})
