import { z } from 'zod'
import { isDay } from '#platform/values/dates.ts'
import { longest, neededLine, neededText, text, timeIn, whole } from './fields.ts'

const mostSeats = 1000
const typed = z.string().trim().default('')

const day = (wrong: string) => typed.refine(isDay, wrong)
const time = (wrong: string) =>
  typed.transform((said, context) => {
    const read = timeIn(said)
    if (read === null) context.addIssue({ code: 'custom', message: wrong })
    return read ?? ''
  })

/** What an event is, where and when, and how many may come. The messages are names of reasons. */
export const BasicsForm = z
  .object({
    // It becomes the subject of a letter.
    title: neededLine('title-missing'),
    theme: neededText('theme-missing', longest.theme),
    welcome: text(),
    place: neededLine('place-missing', longest.place),
    onDay: day('day-invalid'),
    opensAt: time('opens-invalid'),
    endsAt: time('ends-invalid'),
    seats: whole(1, mostSeats, 'seats-invalid'),
    answerBy: day('answer-by-invalid'),
    needsDays: whole(0, 90, 'needs-days-invalid'),
  })
  .superRefine((form, context) => {
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (form.opensAt >= form.endsAt) say('endsAt', 'ends-before-opens')
    if (form.answerBy > form.onDay) say('answerBy', 'answer-after-event')
  })
export type BasicsForm = z.infer<typeof BasicsForm>

/** Why an event does not take place: it stands in the letters. */
export const CancelForm = z.object({ because: neededText('because-missing', longest.because) })
