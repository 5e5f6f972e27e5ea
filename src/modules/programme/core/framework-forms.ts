import { z } from 'zod'

const longestName = 120
/** A status stands in narrow columns. */
const longestLabel = 30
const longestProse = 2000

const typed = z.string().trim().default('')
const name = typed.refine((text) => [...text].length <= longestName, 'name-too-long')
const prose = typed.refine((text) => [...text].length <= longestProse, 'prose-too-long')
const place = z.coerce
  .number('place-invalid')
  .int('place-invalid')
  .min(1, 'place-invalid')
  .max(999, 'place-invalid')

// Swedish is what the network works in. English may be left empty: the reader then sees the Swedish.
const named = {
  nameSv: name.refine((text) => text !== '', 'name-missing'),
  nameEn: name,
}
const described = {
  textSv: prose.refine((text) => text !== '', 'prose-missing'),
  textEn: prose,
}

function bilingual(form: { nameSv: string; nameEn: string; textSv: string; textEn: string }) {
  return { name: { sv: form.nameSv, en: form.nameEn }, text: { sv: form.textSv, en: form.textEn } }
}

/** A goal of the network. */
export const GoalForm = z
  .object({ ...named, ...described, position: place })
  .transform(({ position, ...words }) => ({ ...bilingual(words), position }))
export type GoalForm = z.infer<typeof GoalForm>

/** An area under a goal, with its main strategy. */
export const AreaForm = z
  .object({ ...named, ...described, position: place, goal: typed.refine((id) => id !== '', 'goal-missing') })
  .transform(({ position, goal, ...words }) => {
    const { name: areaName, text: strategy } = bilingual(words)
    return { name: areaName, strategy, position, goal }
  })
export type AreaForm = z.infer<typeof AreaForm>

const label = name.refine((text) => [...text].length <= longestLabel, 'label-too-long')

/** How the network words a status: its label and what it means. */
export const StatusForm = z
  .object({
    nameSv: label.refine((text) => text !== '', 'label-missing'),
    nameEn: label,
    ...described,
    position: place,
  })
  .transform(({ position, ...words }) => ({ ...bilingual(words), position }))
export type StatusForm = z.infer<typeof StatusForm>

const marked = /^indicator-(.+)$/

// Each ticked box is a field of its own, `indicator-<id>`, since a form is read as one value a name.
function withIndicators(form: unknown): unknown {
  if (typeof form !== 'object' || form === null) return form
  const indicators = Object.keys(form).flatMap((field) => marked.exec(field)?.[1] ?? [])
  return { ...form, indicators }
}

/** A shared intervention, and the indicators it should move. */
export const InterventionForm = z.preprocess(
  withIndicators,
  z
    .object({
      ...named,
      ...described,
      number: place,
      area: typed.refine((id) => id !== '', 'area-missing'),
      indicators: z.array(z.string()).max(100),
    })
    .transform(({ number, area, indicators, ...words }) => ({
      ...bilingual(words),
      number,
      area,
      indicators,
    })),
)
export type InterventionForm = z.infer<typeof InterventionForm>

/** The programme as a whole: what it is called, what it is for, whether it is only proposed. */
export const ProgrammeForm = z
  .object({ ...named, ...described, noteSv: prose, noteEn: prose, isProposal: z.literal('on').optional() })
  .superRefine((form, context) => {
    if (form.isProposal && form.noteSv === '')
      context.addIssue({ code: 'custom', path: ['noteSv'], message: 'note-missing' })
  })
  .transform(({ noteSv, noteEn, isProposal, ...words }) => {
    const { name: programmeName, text: vision } = bilingual(words)
    return {
      name: programmeName,
      vision,
      isProposal: isProposal === 'on',
      proposalNote: { sv: noteSv, en: noteEn },
    }
  })
export type ProgrammeForm = z.infer<typeof ProgrammeForm>

/** The button that retires a part or brings it back, in a form of its own; every other form leaves it out. */
export const Move = z.object({ do: z.enum(['retire', 'bring-back']).optional().catch(undefined) })
