import { z } from 'zod'
import type { CompanySize } from '#modules/companies'
import { wholeIn, email, line, neededLine, ticked } from './fields.ts'
import type { Need } from './participant.ts'

/** What is written of somebody who is invited. */
export interface ParticipantForm {
  readonly criterion: string
  readonly name: string
  readonly title: string
  readonly organisation: string
  readonly municipality: string | null
  readonly branch: string | null
  readonly size: CompanySize | null
  readonly email: string
  readonly phone: string
  readonly locale: 'sv' | 'en'
}

const orNull = line().transform((said) => said || null)

/** The messages are names of reasons. Which municipalities, branches and sizes there are is asked where they are known. */
export const ParticipantForm = z
  .object({
    criterion: neededLine('criterion-choose'),
    name: neededLine('name-missing'),
    title: line(),
    organisation: neededLine('organisation-missing'),
    municipality: orNull,
    branch: orNull.refine((said) => said === null || /^[A-V]$/.test(said), 'branch-unknown'),
    size: orNull
      .refine(
        (said) => said === null || ['0', '1-9', '10-49', '50-249', '250'].includes(said),
        'size-unknown',
      )
      .transform((said) => said as CompanySize | null),
    email,
    phone: line(),
    locale: line().transform((said): 'sv' | 'en' => (said === 'en' ? 'en' : 'sv')),
  })
  .transform((form): ParticipantForm => form)

/** Who comes in somebody's place. */
export const DelegateForm = z.object({
  delegateName: neededLine('delegate-name-missing'),
  delegateTitle: line(),
  delegateEmail: email.refine((said) => said !== '', 'delegate-email-missing'),
})
export type DelegateForm = z.infer<typeof DelegateForm>

/** A round as people count, or the whole time. */
const round = line().transform((said) => {
  const number = wholeIn(said, 1, 50)
  return number === null ? null : number - 1
})

/** From which round on somebody is there, and from which they are gone again. */
export const PresenceForm = z
  .object({ fromRound: round, untilRound: round })
  .refine(
    ({ fromRound, untilRound }) => fromRound === null || untilRound === null || fromRound < untilRound,
    {
      path: ['untilRound'],
      error: 'presence-turned',
    },
  )
export type PresenceForm = z.infer<typeof PresenceForm>

export const NeedForm = z
  .object({ wheelchair: ticked, hearing: ticked, seeing: ticked, food: line(200), other: line(500) })
  .transform((form): Need => form)

/** What somebody answers. */
export const AnswerForm = z.object({
  answer: z.enum(['yes', 'no', 'delegate'], 'answer-missing'),
})
