import { fieldOf, type Field } from './field.ts'
import { scheduleFrom, type Schedule } from './schedule.ts'

/**
 * q tables, at most q seats, q rounds, for every q that is a prime's power: the person in class i with number x sits in round m
 * at table x + m·i. Two of one class never meet; two of different classes meet where x + m·i = y + m·j, and that has one
 * solution m. Class 0 stays at its table: the hosts. With as many seats as tables the classes themselves make one round more.
 */
export function transversal(tables: number, seats: number, rounds: number): Schedule | undefined {
  const most = seats === tables ? tables + 1 : tables
  if (seats > tables || rounds > most) return undefined
  const field = fieldOf(tables)
  if (field === undefined) return undefined
  return scheduleFrom({ rounds, tables, seats }, (round, table, seat) =>
    round === tables ? table * tables + seat : seat * tables + personAt(field, round, seat, table),
  )
}

function personAt({ size, add, times }: Field, round: number, seat: number, table: number): number {
  const shift = times(round, seat)
  for (let number = 0; number < size; number += 1) if (add(number, shift) === table) return number
  throw new Error('addition in a field reaches every element')
}
