import { rolesInWords } from '#modules/accounts'
import type { AuditEntry } from '#modules/audit'
import { adoptionKindsInWords } from '#modules/adoptions'
import { rhythmsInWords } from '#modules/imports'
import { indicatorCodesInWords, missingInWords, type Choice } from '#modules/indicators'
import { standingWords, type Framework } from '#modules/programme'
import type { Municipality } from '#modules/region'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { inLocale, type Bilingual, type Locale } from '#platform/values/locale.ts'
import { changesBetween, withNames, type FieldChange } from '../core/changes.ts'
import { textsIn } from './texts.ts'

/** What the log's ids and codes stand for. */
export interface Known {
  /** Names by id, as far as the reader may know them. */
  readonly people: ReadonlyMap<string, string>
  readonly municipalities: readonly Pick<Municipality, 'code' | 'name'>[]
  readonly framework: Pick<Framework, 'goals' | 'areas' | 'interventions' | 'statuses'>
  readonly activities: readonly { readonly id: string; readonly title: string }[]
  readonly indicators: readonly Pick<Choice, 'id' | 'name'>[]
}

/** What was done and to what: `Rapporterade om en insats: Fortbilda anställda, Ale`. */
export function deedInWords(
  entry: Pick<AuditEntry, 'did' | 'subjectKind' | 'subjectId'>,
  known: Known,
  locale: Locale,
): string {
  const { did } = textsIn(locale).log
  const deed = did[entry.did] ?? entry.did
  const subject = subjectInWords(entry.subjectKind, entry.subjectId, known, locale)
  return subject === null ? deed : `${deed}: ${subject}`
}

/** The name of what an entry is about; null where the deed says it, or what is told below it. */
function subjectInWords(kind: string, id: string, known: Known, locale: Locale): string | null {
  switch (kind) {
    // Which company it was is told on its own page, to those who may know.
    case 'company':
    case 'company-visit':
    case 'company-contact':
    case 'promise':
    case 'ask':
    case 'network':
    case 'programme':
    case 'import-plan':
    case 'import-run':
      return null
    case 'follow-up-round':
      return id
    case 'follow-up-answer': {
      const [round = '', municipality = ''] = id.split('/')
      return `${round}, ${municipalityInWords(municipality, known)}`
    }
    case 'person':
      return personInWords(id, known, locale)
    case 'municipality':
      return municipalityInWords(id, known)
    case 'cell': {
      const [municipality = '', intervention = ''] = id.split('/')
      return `${thingInWords('intervention', intervention, known, locale)}, ${municipalityInWords(municipality, known)}`
    }
    case 'adoption': {
      const [municipality = '', version = ''] = id.split('/')
      return textsIn(locale).municipality.version(municipalityInWords(municipality, known), version)
    }
    case 'activity':
      return activityInWords(id, known)
    case 'routing':
    case 'desk': {
      const [municipality = '', desk] = id.split(' ')
      const name = municipalityInWords(municipality, known)
      return desk === undefined ? name : `${desk}, ${name}`
    }
    default:
      return thingInWords(kind, id, known, locale)
  }
}

/** What was changed, each field by its label and each value as a person reads it. */
export function changesInWords(
  entry: Pick<AuditEntry, 'before' | 'after'>,
  known: Known,
  locale: Locale,
): readonly FieldChange[] {
  return changesBetween(entry.before, entry.after).map(({ field, before, after }) => ({
    field: fieldInWords(field, locale),
    before: before && valueInWords(field, before, known, locale),
    after: after && valueInWords(field, after, known, locale),
  }))
}

const inOneLanguage = /^(.+)\.(sv|en)$/

function fieldInWords(path: string, locale: Locale): string {
  const { fields, inLanguage } = textsIn(locale).log
  const [, field = path, language] = inOneLanguage.exec(path) ?? []
  const label = fields[field] ?? field
  return language === 'sv' || language === 'en' ? inLanguage[language](label) : label
}

function valueInWords(field: string, value: string, known: Known, locale: Locale): string {
  const code = codesIn(known, locale)[field]
  if (code) return Object.hasOwn(code, value) ? (code[value] ?? value) : value
  switch (field) {
    case 'owner':
    case 'deputy':
      return personInWords(value, known, locale)
    case 'municipality':
      return municipalityInWords(value, known)
    case 'goal':
    case 'area':
    case 'intervention':
      return thingInWords(field, value, known, locale)
    case 'standIn':
    case 'regionRule.weight':
      return thingInWords('indicator', value, known, locale)
    case 'indicators':
      return value
        .split(', ')
        .map((id) => thingInWords('indicator', id, known, locale))
        .join(', ')
    case 'takenFrom':
      return activityInWords(value, known)
    case 'joined':
      return value
        .split(', ')
        .map((one) => municipalityInWords(one, known))
        .join(', ')
    case 'startsOn':
    case 'endsOn':
    case 'reachedOn':
    case 'milestoneOn':
    case 'decidedOn':
    case 'closesOn':
    case 'nextPublication':
      return formatDay(value, locale)
    case 'retiredAt':
      return formatDay(dayOf(new Date(value)), locale)
    default:
      return withNames(value, known.people)
  }
}

/** The fields whose values are codes, and what each code is called. */
function codesIn(
  { framework }: Known,
  locale: Locale,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const { yesOrNo } = textsIn(locale).log
  const { units, directions, rules } = indicatorCodesInWords(locale)
  return {
    status: standingWords(framework.statuses, locale).labels,
    role: rolesInWords(locale),
    unit: units,
    direction: directions,
    'regionRule.kind': rules,
    rhythm: rhythmsInWords(locale),
    missing: missingInWords(locale),
    kind: adoptionKindsInWords(locale),
    isProposal: yesOrNo,
    isUnchanged: yesOrNo,
    retired: yesOrNo,
  }
}

function personInWords(id: string, { people }: Known, locale: Locale): string {
  return people.get(id) ?? textsIn(locale).log.unknownPerson
}

function municipalityInWords(code: string, { municipalities }: Known): string {
  return municipalities.find((municipality) => municipality.code === code)?.name ?? code
}

function activityInWords(id: string, { activities }: Known): string {
  return activities.find((activity) => activity.id === id)?.title ?? id
}

function thingInWords(kind: string, id: string, { framework, indicators }: Known, locale: Locale): string {
  const things: Readonly<Record<string, readonly { readonly id: string; readonly name: Bilingual }[]>> = {
    goal: framework.goals,
    area: framework.areas,
    intervention: framework.interventions,
    status: framework.statuses,
    indicator: indicators,
  }
  const name = things[kind]?.find((thing) => thing.id === id)?.name
  return name ? inLocale(name, locale) : id
}
