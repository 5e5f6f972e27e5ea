import { z } from 'zod'
import { partRoles, type PartRole } from './part.ts'

export const longestReason = 500
/** In the form of passing on: the coordinator as the receiver. */
export const coordinatorChoice = 'coordinator'

const typed = z.string().trim().default('')
const reason = typed
  .refine((text) => text !== '', 'reason-missing')
  .refine((text) => [...text].length <= longestReason, 'text-too-long')
const chosen = (missing: string) => typed.refine((value) => value !== '', missing)

/** For which of their municipalities somebody speaks. */
const municipality = typed

/** A municipality's own stance. Not taking a matter is passing it on, in its own form. */
export const StanceForm = z.object({ municipality, stance: z.enum(['takes', 'noted'], 'stance-missing') })

/** "Not ours": to whom, and why. Without a receiver it is refused: a matter never goes to no one. */
export const PassOnForm = z.object({
  municipality,
  to: chosen('receiver-missing').transform((to) => (to === coordinatorChoice ? null : to)),
  reason,
  stays: typed.transform((mark) => mark !== ''),
})
export type PassOnForm = z.infer<typeof PassOnForm>

/** Letting another municipality in. */
export const ShareForm = z.object({
  municipality,
  to: chosen('receiver-missing'),
  role: z.enum(['contributor', 'informed'], 'role-missing'),
  reason,
})
export type ShareForm = z.infer<typeof ShareForm>

/** Choosing at which of one's own desks a matter is taken. */
export const ChooseDeskForm = z.object({ municipality, desk: chosen('desk-missing'), reason })
export type ChooseDeskForm = z.infer<typeof ChooseDeskForm>

/** Where the coordinator says that a matter belongs. */
export interface Settlement {
  readonly parts: readonly {
    readonly municipality: string
    readonly role: PartRole
    /** Null leaves it to the municipality's own rules. */
    readonly desk: string | null
  }[]
  readonly reason: string
  /** The last move that the form was filled in against. */
  readonly seen: number
}

/** The coordinator's form: for each municipality the fields `role-1440` and `desk-1440`, and a reason. */
export const AssignForm = z.record(z.string(), z.string()).transform((form, context): Settlement => {
  const parts = Object.entries(form).flatMap(([name, value]) => {
    const code = /^role-(\d{4})$/.exec(name)?.[1]
    const role = partRoles.find((one) => one === value)
    return code === undefined || role === undefined
      ? []
      : [{ municipality: code, role, desk: form[`desk-${code}`] || null }]
  })
  const leads = parts.filter(({ role }) => role === 'lead')
  const why = reason.safeParse(form['reason'])
  const problems: [string, string][] = []
  const [, second] = leads
  if (leads.length === 0) problems.push(['lead', 'lead-missing'])
  if (second) problems.push([`role-${second.municipality}`, 'lead-twice'])
  if (!why.success) problems.push(['reason', why.error.issues[0]?.message ?? 'reason-missing'])
  for (const [field, message] of problems) context.addIssue({ code: 'custom', path: [field], message })
  const seen = Number(/^\d{1,15}$/.exec(form['seen'] ?? '')?.[0] ?? 0)
  return { parts, reason: why.data ?? '', seen }
})
