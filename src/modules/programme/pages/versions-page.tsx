import type { Choice } from '#modules/indicators'
import { addDays, formatDay, formatMoment, type IsoDay } from '#platform/values/dates.ts'
import { inLocale, type Bilingual, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Timeline, type TimelineEvent } from '#ui/timeline.tsx'
import type { Framework } from '../core/framework.ts'
import type { FrameworkVersion, PartChanged, PartField, PartSaid } from '../core/framework-versions.ts'
import type { Reader } from './words.ts'
import { versionsTextsIn, type VersionsTexts } from './versions-texts.ts'

interface VersionsPageProps {
  readonly versions: readonly FrameworkVersion[]
  readonly framework: Framework
  readonly indicators: readonly Pick<Choice, 'id' | 'name'>[]
  readonly reader: Reader
}

/** What was changed in the framework, and the way to each version of it. */
export function VersionsPage({ versions, framework, indicators, reader }: VersionsPageProps) {
  const { locale, today } = reader
  const texts = versionsTextsIn(locale)
  const wording: Wording = { framework, indicators, locale, texts }
  const firstChange = versions.at(-1)?.day
  return (
    <Page>
      <PageTitle title={texts.title} lead={versions.length === 0 ? texts.none : texts.lead} />
      {versions.map(({ number, day, changes }) => (
        <Section key={day} id={`version-${number}`} title={texts.version(number, formatDay(day, locale))}>
          <Timeline
            label={texts.label(number)}
            events={changes.map((change) => eventOf(change, wording))}
            texts={texts}
          />
          {day < today && <AsItWas day={day} text={texts.asItWas} locale={locale} />}
        </Section>
      ))}
      <Section id="version-1" title={texts.first} lead={texts.firstLead}>
        {firstChange && <AsItWas day={addDays(firstChange, -1)} text={texts.firstAsItWas} locale={locale} />}
      </Section>
    </Page>
  )
}

function AsItWas({
  day,
  text,
  locale,
}: {
  readonly day: IsoDay
  readonly text: string
  readonly locale: Locale
}) {
  return (
    <p>
      <a href={`${addressOf('programme', locale)}?${locale === 'sv' ? 'per' : 'as-of'}=${day}`}>{text}</a>
    </p>
  )
}

interface Wording {
  readonly framework: Framework
  readonly indicators: VersionsPageProps['indicators']
  readonly locale: Locale
  readonly texts: VersionsTexts
}

function eventOf(change: PartChanged, wording: Wording): TimelineEvent {
  const { kind, id, at, before, after, fields } = change
  const { texts, locale } = wording
  const name = kind === 'programme' ? '' : ` ”${inLocale((before ?? after).name, locale)}”`
  return {
    id: `${kind} ${id} ${at.toISOString()}`,
    when: formatMoment(at, locale),
    at: at.toISOString(),
    what: `${texts.kinds[kind]}${name} ${texts.was[whatBecame(change)]}`,
    changes: fields
      .filter((field) => field !== 'isRetired')
      .map((field) => ({
        field: texts.fields[field],
        before: before && valueInWords(field, before, wording),
        after: valueInWords(field, after, wording),
      })),
  }
}

function whatBecame({ kind, before, after }: PartChanged): keyof VersionsTexts['was'] {
  if (before === null) return 'added'
  if (before.isRetired === after.isRetired) return 'changed'
  if (!after.isRetired) return 'back'
  return kind === 'status' ? 'outOfUse' : 'retired'
}

function valueInWords(field: PartField, said: PartSaid, wording: Wording): string | null {
  const { framework, indicators, locale, texts } = wording
  const nameIn = (things: readonly { readonly id: string; readonly name: Bilingual }[], id: string) => {
    const found = things.find((thing) => thing.id === id)
    return found ? inLocale(found.name, locale) : id
  }
  switch (field) {
    case 'name':
    case 'text':
      return inLocale(said[field], locale) || null
    case 'place':
      return said.place === null ? null : String(said.place)
    case 'parent':
      return said.parent && nameIn([...framework.goals, ...framework.areas], said.parent)
    case 'indicators':
      return said.indicators.map((id) => nameIn(indicators, id)).join(', ') || null
    case 'isProposal':
    case 'isRetired':
      return said[field] ? texts.yes : texts.no
  }
}
