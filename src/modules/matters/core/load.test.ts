import { describe, expect, test } from 'vitest'
import { noOwnDays } from '#platform/values/working-days.ts'
import type { Staff } from './ladder.ts'
import { loadIn, nextWorkingDays, type OpenDue } from './load.ts'

const staff: Staff = {
  officers: new Set(['1440 anna', '1440 bo', '1441 cilla']),
  coordinators: [],
  absences: [],
}
const due = (ownerId: string | null, planBy: string, said: Partial<OpenDue> = {}): OpenDue => ({
  municipality: '1440',
  ownerId,
  deputyId: 'bo',
  state: 'open',
  firstWordBy: '2026-11-25',
  firstWordAt: new Date('2026-11-25T09:00:00Z'),
  planBy,
  plannedAt: null,
  ...said,
})
const on = (dues: readonly OpenDue[], at: Staff = staff) =>
  loadIn('1440', dues, at, { days: nextWorkingDays('2026-12-01', noOwnDays), own: noOwnDays })

describe('the load of a town hall', () => {
  test('says what each has, what is at risk and what is due on each of the next five working days', () => {
    const loads = on([
      due('anna', '2026-11-30'),
      due('anna', '2026-12-02'),
      due('anna', '2026-12-07'),
      due('anna', '2026-12-02', { state: 'waiting' }),
      due(null, '2026-12-03'),
      due('cilla', '2026-12-03', { municipality: '1441' }),
    ])
    expect(loads.map(({ personId, open, atRisk, waiting }) => [personId, open, atRisk, waiting])).toEqual([
      ['anna', 3, 2, 1],
      [null, 1, 0, 0],
      ['bo', 0, 0, 0],
    ])
    expect(loads[0]?.days.map(({ day, due: count }) => [day, count])).toEqual([
      ['2026-12-01', 1],
      ['2026-12-02', 1],
      ['2026-12-03', 0],
      ['2026-12-04', 0],
      ['2026-12-07', 1],
    ])
  })

  test('says who takes what is due while somebody is away', () => {
    const away = { personId: 'anna', fromDay: '2026-12-02', untilDay: '2026-12-04', deputyId: null }
    const dues = [due('anna', '2026-12-01'), due('anna', '2026-12-03')]
    const [anna] = on(dues, { ...staff, absences: [away] })
    expect(anna?.advice).toEqual({ kind: 'away', count: 1, to: 'bo' })
  })

  test('says what could be moved where one has much and another little', () => {
    const [anna] = on(Array.from({ length: 6 }, () => due('anna', '2026-12-03')))
    expect(anna?.advice).toEqual({ kind: 'move', count: 3, to: 'bo' })
    expect(on([due('anna', '2026-12-03'), due('bo', '2026-12-03')])[0]?.advice).toBeNull()
  })
})
