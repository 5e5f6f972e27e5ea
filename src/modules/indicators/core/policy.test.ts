import { expect, it } from 'vitest'
import { mayDecideTarget, mayKnowPeople } from './policy.ts'

const who = {
  visitor: null,
  partner: { role: 'partner', municipality: null },
  leader: { role: 'leader', municipality: '1440' },
  officer: { role: 'officer', municipality: '1440' },
  coordinator: { role: 'coordinator', municipality: null },
} as const

function actorAs(role: keyof typeof who) {
  const grant = who[role]
  return grant && { personId: 'p', name: role, grants: [grant] }
}

it.each([
  ['visitor', null, false],
  ['visitor', '1440', false],
  ['partner', null, false],
  ['leader', null, false],
  ['leader', '1440', false],
  ['officer', null, false],
  ['officer', '1440', true],
  ['officer', '1480', false],
  ['coordinator', null, true],
  ['coordinator', '1480', true],
] as const)('a %s may decide a target for %s: %s', (role, municipality, may) => {
  expect(mayDecideTarget(actorAs(role), municipality)).toBe(may)
})

it.each([
  ['visitor', false],
  ['partner', true],
  ['leader', true],
  ['coordinator', true],
] as const)('a %s may know who entered a figure: %s', (role, may) => {
  expect(mayKnowPeople(actorAs(role))).toBe(may)
})
