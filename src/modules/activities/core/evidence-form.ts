import { z } from 'zod'
import { isDay } from '#platform/values/dates.ts'
import { longest } from './activity-form.ts'

const typed = z.string().trim().default('')
const longestAddress = 2000

/** An address on this site, or one that a browser opens as a page elsewhere; nothing that runs. */
function isAddress(text: string): boolean {
  if (isHere(text)) return true
  try {
    const { protocol, hostname } = new URL(text)
    return /^https?:\/\//i.test(text) && /^https?:$/.test(protocol) && hostname !== ''
  } catch {
    return false
  }
}

function isHere(text: string): boolean {
  return /^\/[^/\\]/.test(text)
}

/** Something that shows that the activity happens. */
export const EvidenceForm = z.object({
  title: typed
    .refine((text) => text !== '', 'evidence-title-missing')
    .refine((text) => [...text].length <= longest.title, 'text-too-long'),
  address: typed
    .refine((text) => text !== '', 'address-missing')
    .refine((text) => text === '' || (isAddress(text) && text.length <= longestAddress), 'address-invalid')
    // As a browser writes it, so that one address is one address.
    .transform((text) => (isHere(text) || !isAddress(text) ? text : new URL(text).href)),
})
export type EvidenceForm = z.infer<typeof EvidenceForm>

/** The field in which the day of one milestone is typed: a page holds several. */
export function reachedField(milestone: number): string {
  return `reachedOn-${milestone}`
}

export function isReachedField(name: string): boolean {
  return name.startsWith('reachedOn-')
}

/** That a milestone was reached on a day; without a day, that it was not reached after all. */
export const ReachedForm = z
  .object({ milestone: z.string().regex(/^\d{1,4}$/, 'milestone-unknown') })
  .catchall(z.string())
  .transform((form, context) => {
    const milestone = Number(form.milestone)
    const field = reachedField(milestone)
    const day = (form[field] ?? '').trim()
    if (day !== '' && !isDay(day)) context.addIssue({ code: 'custom', path: [field], message: 'day-invalid' })
    return { milestone, reachedOn: day || null }
  })
export type ReachedForm = z.infer<typeof ReachedForm>
