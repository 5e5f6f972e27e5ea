import { z } from 'zod'
import { attendanceStates } from './attendance.ts'

const round = z
  .string()
  .default('')
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .pipe(z.union([z.null(), z.number().int().min(0).max(50)], 'rounds'))

/** What is said at the door of one participant. */
export const AttendanceForm = z
  .object({
    participant: z.uuid('unknown'),
    state: z.enum(attendanceStates, 'state'),
    fromRound: round,
    untilRound: round,
  })
  .transform((said) => ({
    ...said,
    fromRound: said.state === 'absent' || said.fromRound === 0 ? null : said.fromRound,
    untilRound: said.state === 'absent' ? null : said.untilRound,
  }))
