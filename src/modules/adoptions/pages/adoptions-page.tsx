import type { IsoDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import type { Adoption } from '../core/adoption.ts'
import { AdoptionsTable } from './adopted-sections.tsx'
import { textsIn } from './texts.ts'
import type { NamedMunicipality } from './words.ts'

interface AdoptionsPageProps {
  readonly municipalities: readonly NamedMunicipality[]
  readonly adoptions: readonly Adoption[]
  /** Those that the reader may enter a programme for. */
  readonly writable: readonly NamedMunicipality[]
  readonly today: IsoDay
  readonly locale: Locale
}

/** Who has adopted what, and the way to every version. */
export function AdoptionsPage({ municipalities, adoptions, writable, today, locale }: AdoptionsPageProps) {
  const { list } = textsIn(locale)
  return (
    <Page>
      <PageTitle title={list.title} lead={list.lead} />
      <AdoptionsTable
        municipalities={municipalities}
        adoptions={adoptions}
        today={today}
        locale={locale}
        withEarlier
      />
      <Section id="insatser" title={list.matrix} lead={list.matrixLead}>
        <div>
          <LinkButton href={addressOf('adopted', locale)} variant="secondary">
            {list.toMatrix}
          </LinkButton>
        </div>
      </Section>
      {writable.length > 0 && (
        <Section id="for-in" title={list.write}>
          <ul class="link-columns">
            {writable.map(({ slug, name }) => (
              <li key={slug}>
                <a href={addressOf('enterAdoption', locale, { municipality: slug })}>{list.enter(name)}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
