import type { Municipality } from '#modules/region'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import type { Description } from '#ui/description-list.tsx'
import type { Leading, Look, OwnEntry, OwnMatter } from '../../company-store.ts'
import { textsIn, type Texts } from './texts.ts'

interface Known {
  readonly locale: Locale
  readonly today: string
  readonly matter: OwnMatter
  readonly lead: Leading | undefined
  readonly looks: readonly Look[]
  readonly people: ReadonlyMap<string, string>
  readonly municipalities: readonly Municipality[]
}

/** How a matter stands: who has it, and what comes when. */
export function standingOf(known: Known): readonly Description[] {
  const { locale, matter } = known
  const { thread } = textsIn(locale)
  const isOpen = matter.state !== 'closed'
  return [
    { term: thread.state, details: stateInWords(matter, thread) },
    ...(matter.verdict === null
      ? []
      : [{ term: thread.verdictTerm, details: thread.verdictIs[matter.verdict] }]),
    // Where nobody leads, the coordinator does; when it is closed, nobody does.
    ...(isOpen || known.lead ? [{ term: thread.who, details: holderInWords(known) }] : []),
    ...dueInWords(thread.firstWord, matter.firstWordBy, matter.firstWordAt, { ...known, isOpen }),
    ...dueInWords(thread.plan, matter.planBy, matter.plannedAt, { ...known, isOpen }),
  ]
}

function stateInWords({ state, outcome, firstWordAt }: OwnMatter, thread: Texts['thread']): string {
  if (state === 'open' && firstWordAt === null) return thread.states.unanswered
  return state === 'closed' && outcome !== null ? thread.outcomes[outcome] : thread.states[state]
}

function holderInWords({ locale, lead, people, municipalities }: Known): string {
  const { thread } = textsIn(locale)
  if (!lead) return thread.triage
  const owner = lead.ownerId === null ? undefined : people.get(lead.ownerId)
  const town = nameOf(lead.municipality, municipalities)
  return [owner, lead.desk ?? undefined, town].filter((part) => part !== undefined).join(', ')
}

function dueInWords(
  term: string,
  by: string,
  cameAt: Date | null,
  { locale, today, isOpen }: Pick<Known, 'locale' | 'today'> & { readonly isOpen: boolean },
): readonly Description[] {
  const { thread } = textsIn(locale)
  if (cameAt) return [{ term, details: thread.came(formatDay(dayOf(cameAt), locale)) }]
  // What was never answered is not waited for when the matter is closed.
  if (!isOpen) return []
  const day = formatDay(by, locale)
  return [{ term, details: today > by ? thread.late(day) : thread.by(day) }]
}

/** Who speaks: the company, or somebody for the town halls, which speak with one voice. */
export function speakerOf(entry: OwnEntry, { locale, people, municipalities }: Known): string {
  const { thread } = textsIn(locale)
  if (entry.side === 'company') return thread.you
  const name = entry.personId === null ? undefined : people.get(entry.personId)
  const town = entry.municipality === null ? thread.coordinator : nameOf(entry.municipality, municipalities)
  return [name, town].filter((part) => part !== undefined).join(', ') || thread.townHalls
}

/** Who has looked and who was let in, a line for each person, deed and day, the newest first. */
export function lookLines({ locale, looks, people, municipalities }: Known): readonly string[] {
  const { access } = textsIn(locale).thread
  const counted = new Map<string, number>()
  for (const { personId, municipality, did, at } of looks) {
    const town = municipality === null ? access.coordinator : nameOf(municipality, municipalities)
    const line = `${formatDay(dayOf(at), locale)}: ${people.get(personId) ?? ''}, ${town}, ${access.did[did]}`
    counted.set(line, (counted.get(line) ?? 0) + 1)
  }
  return [...counted].map(([line, times]) => `${line}${access.times(times)}`)
}

function nameOf(code: string, municipalities: readonly Municipality[]): string {
  return municipalities.find((one) => one.code === code)?.name ?? code
}
