import type { EventTable, Kind, Participant } from '#modules/roundtable'
import type { Demand, SeatRule } from './demand.ts'

/**
 * What is demanded of a round-table event while nobody has said anything else: leaders and guests spread evenly, colleagues at
 * different tables, no company twice with its own municipality, and several municipalities at each table.
 */
export function defaultRules(
  coming: readonly Pick<Participant, 'kind' | 'municipality'>[],
  tables: readonly EventTable[],
): readonly SeatRule[] {
  // At one table everybody sits together: there is nothing to spread.
  if (tables.length <= 1) return []
  const count = (kind: Kind) => coming.filter((one) => one.kind === kind).length
  const most = (kind: Kind) => Math.ceil(count(kind) / tables.length)
  const least = (kind: Kind) => Math.floor(count(kind) / tables.length)
  const municipalities = new Set(coming.flatMap(({ municipality }) => municipality ?? [])).size
  const mixed = Math.min(municipalities, Math.floor((coming.length / tables.length) * 0.6))
  return [
    rule('colleagues', { rule: 'colleagues-apart' }),
    rule('own-municipality', { rule: 'own', times: { atMost: 1 } }),
    ...(mixed < 2
      ? []
      : [rule('municipalities', { rule: 'different', by: 'municipality', times: { atLeast: mixed } })]),
    ...(count('leadership') === 0
      ? []
      : [
          rule('leaders', {
            rule: 'count',
            kind: 'leadership',
            times: { atLeast: least('leadership'), atMost: Math.max(1, most('leadership')) },
          }),
        ]),
    ...(count('guest') === 0
      ? []
      : [rule('guests', { rule: 'count', kind: 'guest', times: { atMost: most('guest') } })]),
  ]
}

function rule(key: string, demand: Demand): SeatRule {
  return { key, demand, weight: null, reason: '', owner: '' }
}
