import { formatDay } from '#platform/values/dates.ts'
import { inLocale, type Bilingual, type Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import { addressOf } from '#ui/addresses.ts'
import { DescriptionList } from '#ui/description-list.tsx'
import { ExampleTag, Notice } from '#ui/notice.tsx'
import type { Adoption, AdoptionFacts } from '../core/adoption.ts'
import { textsIn } from './texts.ts'
import type { NamedMunicipality } from './words.ts'

interface FactsProps {
  readonly adoption: Adoption
  readonly municipality: NamedMunicipality
  readonly locale: Locale
}

/** What is known of one version, with sources. What is not known says so; it is not left out. */
export function Facts({ adoption, municipality, locale }: FactsProps) {
  const { facts: texts } = textsIn(locale)
  const swedish = (value: string | null) =>
    value === null ? <NotKnown locale={locale} /> : <span lang="sv">{value}</span>
  const bilingual = (value: Bilingual | null) =>
    value === null ? <NotKnown locale={locale} /> : inLocale(value, locale)
  const { decidedOn, decidedBy, paragraph, caseNumber, period, aim, followUp } = adoption
  return (
    <>
      {adoption.note && <p>{inLocale(adoption.note, locale)}</p>}
      <DescriptionList
        items={[
          { term: texts.document, details: <DocumentName facts={adoption} locale={locale} /> },
          {
            term: texts.decidedOn,
            details: decidedOn === null ? <NotKnown locale={locale} /> : formatDay(decidedOn, locale),
          },
          { term: texts.decidedBy, details: swedish(decidedBy) },
          { term: texts.paragraph, details: swedish(paragraph) },
          { term: texts.caseNumber, details: swedish(caseNumber) },
          { term: texts.period, details: swedish(period) },
          { term: texts.aim, details: bilingual(aim) },
          { term: texts.followUp, details: bilingual(followUp) },
          {
            term: texts.file,
            details: <Document adoption={adoption} municipality={municipality} locale={locale} />,
          },
          { term: texts.sources, details: <Sources facts={adoption} locale={locale} /> },
        ]}
      />
    </>
  )
}

export function NotKnown({ locale }: { readonly locale: Locale }) {
  return <span class="empty">{textsIn(locale).facts.notKnown}</span>
}

/** A document's name is the one it was decided under, whatever language the page is in. */
export function DocumentName({
  facts: { name, kind },
  locale,
}: {
  readonly facts: Pick<AdoptionFacts, 'name' | 'kind'>
  readonly locale: Locale
}) {
  return (
    <>
      <span lang="sv">{name}</span>
      {kind && <span class="empty"> ({textsIn(locale).facts.kinds[kind]})</span>}
    </>
  )
}

export function Sources({
  facts: { sources },
  locale,
}: {
  readonly facts: Pick<AdoptionFacts, 'sources'>
  readonly locale: Locale
}) {
  if (sources.length === 0) return <NotKnown locale={locale} />
  return (
    <ul>
      {sources.map(({ title, url }) => (
        <li key={url}>
          <a href={url} rel="external" lang="sv">
            {title}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Document({ adoption: { file, link, version }, municipality, locale }: FactsProps) {
  const { facts: texts } = textsIn(locale)
  if (!file && !link) return <NotKnown locale={locale} />
  const size = file && texts.size(formatNumber(Math.max(1, Math.round(file.size / 1024)), locale))
  return (
    <ul>
      {file && (
        <li>
          <a
            href={addressOf('adoptionFile', locale, {
              municipality: municipality.slug,
              version: String(version),
              file: file.id,
            })}
            lang="sv"
            download
          >
            {file.name}
          </a>{' '}
          ({texts.fileKinds[file.kind]}, {size})
        </li>
      )}
      {link && (
        <li>
          <a href={link} rel="external">
            {texts.link}
          </a>
        </li>
      )}
    </ul>
  )
}

interface ExampleProps {
  readonly adoption: Pick<Adoption, 'isExample'>
  readonly locale: Locale
}

/** Says that a programme is made up, on every page that shows one that is. */
export function ExampleNotice({ adoption, locale }: ExampleProps) {
  if (!adoption.isExample) return null
  return (
    <Notice tone="warning">
      <p>{textsIn(locale).example.text}</p>
    </Notice>
  )
}

/** The same in one word, where it stands among others. */
export function Example({ adoption, locale }: ExampleProps) {
  if (!adoption.isExample) return null
  const { tag, text } = textsIn(locale).example
  return (
    <>
      {' '}
      <ExampleTag explanation={text}>{tag}</ExampleTag>
    </>
  )
}
