import { expect, test } from 'vitest'
import { timeOf } from '#platform/values/dates.ts'
import { shownAt } from './screen.ts'
import { firstOpenRound, minutesUntil, standing, timetable, type RoundCall } from './timetable.ts'

const rounds = ['09:10', '09:55', '10:45'].map((startsAt, number) => ({ number, startsAt, minutes: 40 }))
const at = (time: string) => new Date(`2026-12-01T${time}:00+01:00`)

let number = 0
function call(round: number, did: RoundCall['did'], time: string, minutes: number | null = null): RoundCall {
  number += 1
  return { number, round, did, at: at(time), minutes }
}

function spans(calls: readonly RoundCall[]): readonly string[] {
  return timetable('2026-12-01', rounds, calls).map(
    ({ startsAt, endsAt }) => `${timeOf(startsAt)}–${timeOf(endsAt)}`,
  )
}

test('without a word the plan’s times hold', () => {
  expect(spans([])).toEqual(['09:10–09:50', '09:55–10:35', '10:45–11:25'])
})

test.each([
  ['a round that began late', [call(1, 'began', '10:03')], ['09:10–09:50', '10:03–10:43', '10:53–11:33']],
  ['five more minutes', [call(0, 'longer', '09:48', 5)], ['09:10–09:55', '10:00–10:40', '10:50–11:30']],
  [
    'twice five more',
    [call(0, 'longer', '09:48', 5), call(0, 'longer', '09:49', 5)],
    ['09:10–10:00', '10:05–10:45', '10:55–11:35'],
  ],
  ['an early end moves nothing', [call(0, 'ended', '09:40')], ['09:10–09:40', '09:55–10:35', '10:45–11:25']],
  ['a late end', [call(0, 'ended', '09:56')], ['09:10–09:56', '10:01–10:41', '10:51–11:31']],
  [
    'the next begun early ends the one before',
    [call(1, 'began', '09:45')],
    ['09:10–09:45', '09:45–10:25', '10:45–11:25'],
  ],
  [
    'begun again after its end',
    [call(0, 'ended', '09:20'), call(0, 'began', '09:25')],
    ['09:25–10:05', '10:10–10:50', '11:00–11:40'],
  ],
  [
    'taken back',
    [call(0, 'longer', '09:48', 5), call(0, 'as-planned', '09:49')],
    ['09:10–09:50', '09:55–10:35', '10:45–11:25'],
  ],
])('%s', (_name, calls, expected) => {
  expect(spans(calls)).toEqual(expected)
})

test('which round is held, which comes next, and which can still be changed', () => {
  const times = timetable('2026-12-01', rounds, [])
  const roundsAt = (time: string) => {
    const { current, next } = standing(times, at(time))
    return [current?.round, next?.round, firstOpenRound(times, at(time))]
  }
  expect(roundsAt('09:00')).toEqual([undefined, 0, 0])
  expect(roundsAt('09:10')).toEqual([0, 1, 1])
  expect(roundsAt('09:52')).toEqual([undefined, 1, 1])
  expect(roundsAt('11:00')).toEqual([2, undefined, 3])
  expect(roundsAt('11:30')).toEqual([undefined, undefined, 3])
  expect(minutesUntil(at('09:50'), new Date('2026-12-01T08:49:01Z'))).toBe(1)
})

test('the screen shows seats when they change, and the question while people sit', () => {
  const times = timetable('2026-12-01', rounds, [])
  const seatsAt = (time: string) => shownAt(times, at(time)).seatsOf?.round
  expect(['08:50', '09:12', '09:30', '09:48', '09:52', '11:24', '11:40'].map(seatsAt)).toEqual([
    0,
    0,
    undefined,
    1,
    1,
    undefined,
    undefined,
  ])
})
