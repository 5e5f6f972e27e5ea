import { z } from 'zod'
import { endings } from './commitment.ts'
import { aDay, line, lines, longest } from './sent-forms.ts'
import { fates } from './summary.ts'

const tick = z
  .string()
  .default('')
  .transform((text) => text !== '')

/** What whoever promised says of it. */
export const AnswerForm = z.discriminatedUnion(
  'do',
  [
    z.object({
      do: z.literal('confirm'),
      what: line(longest.what).refine((text) => text !== '', 'what-missing'),
      byDay: aDay,
      isPublic: tick,
      // A company's name is shown only when the company says so.
      showsName: tick,
    }),
    z.object({ do: z.literal('deny'), why: line(longest.because) }),
    z.object({
      do: z.literal('move'),
      newDay: aDay,
      why: line(longest.because).refine((text) => text !== '', 'why-missing'),
    }),
  ],
  'form-broken',
)
export type AnswerForm = z.infer<typeof AnswerForm>

/** How it ended, by whom it was promised to. */
export const EndingForm = z
  .object({
    ending: z.string().default('').pipe(z.enum(endings, 'ending-missing')),
    because: line(longest.because),
  })
  .refine(({ ending, because }) => ending === 'kept' || because !== '', {
    path: ['because'],
    error: 'because-missing',
  })
export type EndingForm = z.infer<typeof EndingForm>

const pointField = /^(text|fate|fateText)-([0-9a-f-]{36})$/
const Fate = z.enum(fates)
const PointText = lines(longest.point)
const FateText = line(longest.because)

/** What a person makes of the summary: the words at the top, and each point with its fate. A point without text is gone. */
export const SummaryForm = z
  .object({
    version: z.coerce.number('form-broken').int('form-broken'),
    intro: lines(longest.intro),
    newText: PointText,
    newQuestion: z.string().default(''),
  })
  .catchall(z.string())
  .transform((form, context) => {
    const points = new Map<string, { text: string; fate: z.infer<typeof Fate>; fateText: string }>()
    for (const [field, typed] of Object.entries(form)) {
      const [, part, id] = pointField.exec(field) ?? []
      if (id === undefined || part === undefined) continue
      const schema = part === 'text' ? PointText : part === 'fate' ? Fate : FateText
      const parsed = schema.safeParse(typed)
      if (!parsed.success) {
        const message = parsed.error.issues[0]?.message ?? ''
        context.addIssue({
          code: 'custom',
          path: [field],
          message: part === 'fate' ? 'form-broken' : message,
        })
        continue
      }
      const point = points.get(id) ?? { text: '', fate: 'open', fateText: '' }
      points.set(id, { ...point, [part]: parsed.data })
    }
    const { version, intro, newText, newQuestion } = form
    return { version, intro, newText, newQuestion: newQuestion || null, points }
  })
export type SummaryForm = z.infer<typeof SummaryForm>
