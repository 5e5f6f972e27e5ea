import { z } from 'zod'
import type { Participant } from '#modules/roundtable'
import { isId } from '#platform/values/ids.ts'
import { attendanceOf, type Attendances } from './attendance.ts'

/** Those who were to come, and of whom nobody has said whether they did. */
export function unspokenOf(participants: readonly Participant[], said: Attendances): readonly Participant[] {
  return participants.filter(
    ({ id, state }) => state === 'yes' && attendanceOf(said, id).state === 'expected',
  )
}

/** Who was asked about, and who of them never came. */
export interface WhoCame {
  readonly asked: ReadonlySet<string>
  readonly absent: ReadonlySet<string>
}

/** The fields of the list: one that says that somebody was asked about, one that is ticked when they never came. */
export const whoCameField = {
  asked: (id: string) => `asked-${id}`,
  absent: (id: string) => `absent-${id}`,
} as const

export const WhoCameForm = z.record(z.string(), z.string()).transform((form): WhoCame => {
  const named = (prefix: string) =>
    new Set(
      Object.keys(form).flatMap((name) => {
        const id = name.slice(prefix.length)
        return name.startsWith(prefix) && isId(id) ? [id] : []
      }),
    )
  return { asked: named(whoCameField.asked('')), absent: named(whoCameField.absent('')) }
})
