import { numbered, type Framework } from '#modules/programme'
import type { Municipality } from '#modules/region'
import { formatDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import type { StatusTone } from '#ui/status.tsx'
import { addressOf, type PageName } from '#ui/addresses.ts'
import type { AdoptionFacts, AdoptionKind } from '../core/adoption.ts'
import type { MappingChoice, Standing } from '../core/mapping.ts'
import { textsIn, type Texts } from './texts.ts'

export type NamedMunicipality = Pick<Municipality, 'code' | 'slug' | 'name'>
export type Interventions = Framework['interventions']

/** The shape and colour of each standing. */
export const toneOf: Record<Standing, StatusTone> = {
  exact: 'done',
  partly: 'good',
  none: 'ended',
  'not-known': 'muted',
}

/** A page about one version of a municipality's programme. */
export function versionHref(
  page: PageName,
  { slug }: Pick<Municipality, 'slug'>,
  version: number,
  locale: Locale,
): string {
  return addressOf(page, locale, { municipality: slug, version: String(version) })
}

/** `juni 2021, av kommunfullmäktige`; null when neither is known. */
export function decisionText(
  { decidedOn, decidedBy }: Pick<AdoptionFacts, 'decidedOn' | 'decidedBy'>,
  locale: Locale,
): string | null {
  const { facts } = textsIn(locale)
  if (decidedOn === null && decidedBy === null) return null
  const when = decidedOn === null ? facts.dayNotKnown : formatDay(decidedOn, locale)
  return decidedBy === null ? when : `${when}, ${facts.by} ${decidedBy}`
}

/** `3. Korta vägen från kunnande till jobb`, or the id of one that is no longer known. */
export function interventionText(id: string, interventions: Interventions, locale: Locale): string {
  const one = interventions.find((intervention) => intervention.id === id)
  return one ? numbered(one, locale) : id
}

/** `Motsvarar delvis: 3. Korta vägen …`. */
export function choiceText(
  { fit, intervention }: MappingChoice,
  interventions: Interventions,
  locale: Locale,
): string {
  const texts: Texts = textsIn(locale)
  if (intervention === null) return texts.fits[fit]
  return `${texts.tree.toIntervention(texts.fits[fit])} ${interventionText(intervention, interventions, locale)}`
}

interface FactInWords {
  readonly label: string
  /** Null for what is not known. */
  readonly text: string | null
  /** Sentences, which are compared word by word. */
  readonly isProse?: boolean
}

/** What the facts of a version are called, and what they say. */
export function factsInWords(facts: AdoptionFacts, locale: Locale): readonly FactInWords[] {
  const { facts: texts } = textsIn(locale)
  const { aim, followUp, note, kind, decidedOn } = facts
  const inWords = (text: AdoptionFacts['aim']) => text && inLocale(text, locale)
  return [
    { label: texts.document, text: facts.name + (kind ? ` (${texts.kinds[kind]})` : '') },
    { label: texts.decidedOn, text: decidedOn && formatDay(decidedOn, locale) },
    { label: texts.decidedBy, text: facts.decidedBy },
    { label: texts.paragraph, text: facts.paragraph },
    { label: texts.caseNumber, text: facts.caseNumber },
    { label: texts.period, text: facts.period },
    { label: texts.aim, text: inWords(aim), isProse: true },
    { label: texts.followUp, text: inWords(followUp), isProse: true },
    { label: texts.note, text: inWords(note), isProse: true },
    {
      label: texts.sources,
      text: facts.sources.map(({ title, url }) => `${title} ${url}`).join('\n') || null,
    },
    { label: texts.link, text: facts.link },
  ]
}

/** What each kind of document is called. */
export function adoptionKindsInWords(locale: Locale): Readonly<Record<AdoptionKind, string>> {
  return textsIn(locale).facts.kinds
}
