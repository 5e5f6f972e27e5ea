import { expect, it } from 'vitest'
import type { Grant } from '#modules/accounts'
import { mayEditFramework, mayReadHistory, maySayCell } from './policy.ts'

const actor = (...grants: Grant[]) => ({ grants })
const officerOfAle = actor({ role: 'officer', municipality: '1440' })

it.each([
  ['a visitor', null, 'not-signed-in', 'not-signed-in', 'not-signed-in'],
  ['somebody without a role', actor(), 'not-your-municipality', 'not-coordinator', 'not-a-member'],
  ['the officer of Ale', officerOfAle, 'yes', 'not-coordinator', 'yes'],
  [
    'the officer of Lerum',
    actor({ role: 'officer', municipality: '1441' }),
    'not-your-municipality',
    'not-coordinator',
    'yes',
  ],
  [
    'the leader of Ale',
    actor({ role: 'leader', municipality: '1440' }),
    'not-your-municipality',
    'not-coordinator',
    'yes',
  ],
  [
    'a partner',
    actor({ role: 'partner', municipality: null }),
    'not-your-municipality',
    'not-coordinator',
    'yes',
  ],
  [
    'the coordinator',
    actor({ role: 'coordinator', municipality: null }),
    'not-your-municipality',
    'yes',
    'yes',
  ],
  [
    'a coordinator who is an officer of Ale too',
    actor({ role: 'coordinator', municipality: null }, { role: 'officer', municipality: '1440' }),
    'yes',
    'yes',
    'yes',
  ],
] as const)(
  '%s says Ale’s cells: %s; edits the framework: %s; reads the history: %s',
  (_who, asking, say, edit, read) => {
    const answers = [maySayCell(asking, '1440'), mayEditFramework(asking), mayReadHistory(asking)]
    expect(answers.map((answer) => (answer.may ? 'yes' : answer.why))).toEqual([say, edit, read])
  },
)
