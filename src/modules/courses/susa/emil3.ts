import { z } from 'zod'
import type { Course, CourseForm } from '../core/course.ts'

// The shapes of Susa-navet's EMIL 3 as far as we use them, after the description of 2025-10-07. What we have not seen is
// taken in any shape, and what is not there is told as not known.

/** A text in one or several languages. */
const LangText = z.unknown().transform(textIn)

const Event = z.object({
  identifier: z.string(),
  education: z.string(),
  providers: z.array(z.string()).default([]),
  title: LangText.optional(),
  url: LangText.optional(),
  locations: z
    .array(z.looseObject({ town: z.string().optional(), areaCode: z.string().optional() }))
    .default([]),
  languageOfInstructions: z.array(z.string()).default([]),
  execution: z.looseObject({ start: z.string().optional() }).optional(),
  isCancelled: z.boolean().nullish(),
  fees: z.array(z.unknown()).default([]),
  paceOfStudy: z.unknown().optional(),
  distance: z
    .looseObject({
      noOfMandatorySessions: z.number().optional(),
      noOfOptionalSessions: z.number().optional(),
    })
    .nullish(),
})
const Info = z.object({ identifier: z.string(), title: LangText })
const Provider = z.object({ identifier: z.string(), name: LangText })

/** One page of a list, as each of them comes. */
const Page = z.looseObject({ page: z.looseObject({ totalPages: z.number().int() }) })
const Rows = z.array(z.object({ content: z.unknown() })).default([])

/** One page of a list, by the name that its things have there. */
export const pages = {
  educationEvents: pageOf('educationEvents', Event),
  educationInfos: pageOf('educationInfos', Info),
  educationProviders: pageOf('educationProviders', Provider),
} as const
export type Emil = {
  readonly [Name in keyof typeof pages]: readonly z.infer<(typeof pages)[Name]>['things'][number][]
}

function pageOf<Thing extends z.ZodType>(name: string, thing: Thing) {
  return Page.transform((answer) => ({
    // One that cannot be read does not hold up the others.
    things: Rows.parse(answer[name]).flatMap(({ content }) => {
      const parsed = thing.safeParse(content)
      return parsed.success ? [parsed.data] : []
    }),
    totalPages: answer.page.totalPages,
  }))
}

/** The courses that events, educations and providers tell of together. */
export function coursesIn(
  { educationEvents, educationInfos, educationProviders }: Emil,
  today: string,
): readonly Omit<Course, 'concepts'>[] {
  const titles = new Map(educationInfos.map(({ identifier, title }) => [identifier, title]))
  const providers = new Map(educationProviders.map(({ identifier, name }) => [identifier, name]))
  return educationEvents
    .filter(({ isCancelled }) => isCancelled !== true)
    .map((event) => ({
      source: 'susa' as const,
      sourceId: event.identifier,
      title: event.title || (titles.get(event.education) ?? ''),
      provider: event.providers.map((id) => providers.get(id) ?? id).join(', '),
      form: formOf(event.distance),
      pace: paceIn(event.paceOfStudy),
      ...placeOf(event),
      startsOn: partOf(/^\d{4}-\d{2}-\d{2}/, event.execution?.start) || null,
      price: '',
      language: event.languageOfInstructions.join(', '),
      link: partOf(/^https?:\/\/\S+$/, event.url),
      checkedOn: today,
      origin: 'Skolverket, Susa-navet (EMIL 3)',
      isExample: false,
    }))
    .filter(({ title }) => title !== '')
}

type Event = z.infer<typeof Event>

function formOf(distance: Event['distance']): CourseForm {
  if (!distance) return 'on-site'
  const { noOfMandatorySessions = 0, noOfOptionalSessions = 0 } = distance
  return noOfMandatorySessions + noOfOptionalSessions > 0 ? 'mixed' : 'distance'
}

function placeOf({ locations: [location] }: Event): Pick<Course, 'municipality' | 'place'> {
  return {
    municipality: partOf(/^\d{4}$/, location?.areaCode) || null,
    place: location?.town ?? '',
  }
}

function partOf(pattern: RegExp, text: string | undefined): string {
  return pattern.exec(text ?? '')?.[0] ?? ''
}

/** The Swedish wording, in whichever shape it comes: a text, a list of texts with their language, or texts by language. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) {
    const swedish: unknown = value.find((one) => isSwedish(fieldOf(one, ['lang', 'language'])))
    return textIn(swedish === undefined ? value[0] : swedish)
  }
  if (typeof value !== 'object' || value === null) return ''
  return fieldOf(value, ['swe', 'sv', 'value', 'content', 'text', 'eng', 'en'])
}

function fieldOf(value: unknown, names: readonly string[]): string {
  if (typeof value !== 'object' || value === null) return ''
  for (const name of names) {
    const found = (value as Record<string, unknown>)[name]
    if (typeof found === 'string' && found.trim() !== '') return found.trim()
  }
  return ''
}

function isSwedish(language: string): boolean {
  return /^(?:swe|sv)/i.test(language)
}

function paceIn(value: unknown): number | null {
  const parsed = z
    .union([z.number(), z.looseObject({ percentage: z.number() }).transform(({ percentage }) => percentage)])
    .safeParse(Array.isArray(value) ? value[0] : value)
  return parsed.success && parsed.data >= 1 && parsed.data <= 100 ? Math.round(parsed.data) : null
}
