import { z } from 'zod'
import { line, lines } from '#platform/values/typed-text.ts'
import { endings } from './commitment.ts'
import { aDay, longest } from './sent-forms.ts'
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
const pointParts = {
  text: lines(longest.point),
  fate: z.enum(fates, 'form-broken'),
  fateText: line(longest.because),
} as const

/** What is said of a point. One without text is gone. */
interface SaidOfPoint {
  readonly text: string
  readonly fate: z.infer<typeof pointParts.fate>
  readonly fateText: string
}

/** What a person makes of the summary: the words at the top, and each point with its fate. */
export const SummaryForm = z
  .object({
    version: z.coerce.number('form-broken').int('form-broken'),
    intro: lines(longest.intro),
    newText: pointParts.text,
    newQuestion: z.string().default(''),
  })
  .catchall(z.string())
  .transform(({ version, intro, newText, newQuestion, ...rest }, context) => {
    const points = new Map<string, SaidOfPoint>()
    for (const [field, typed] of Object.entries(rest)) {
      const point = pointField.exec(field)
      if (!point) continue
      const [, part = '', id = ''] = point
      const parsed = pointParts[part as keyof typeof pointParts].safeParse(typed)
      if (parsed.success)
        points.set(id, { text: '', fate: 'open', fateText: '', ...points.get(id), [part]: parsed.data })
      else context.addIssue({ code: 'custom', path: [field], message: parsed.error.issues[0]?.message ?? '' })
    }
    return { version, intro, newText, newQuestion: newQuestion || null, points }
  })
export type SummaryForm = z.infer<typeof SummaryForm>
