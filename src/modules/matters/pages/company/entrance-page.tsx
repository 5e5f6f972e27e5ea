import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import type { ServicePromise } from '../../core/clock.ts'
import { textsIn } from './texts.ts'

interface EntrancePageProps {
  readonly locale: Locale
  readonly promise: ServicePromise
  /** The slug of the municipality whose own door it is; null for the common one. */
  readonly municipality: string | null
  /** Whether there is anything to choose from yet. */
  readonly isOpen: boolean
}

/** The door: what one can do here, what comes of it, and what becomes public. */
export function EntrancePage({ locale, promise, municipality, isOpen }: EntrancePageProps) {
  const all = textsIn(locale)
  const texts = all.entrance
  return (
    <Page width="narrow">
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        actions={
          isOpen ? (
            <LinkButton href={newMatterHref(municipality, locale)}>{texts.begin}</LinkButton>
          ) : (
            <p>{texts.closed}</p>
          )
        }
      />
      <Section id="hur" title={texts.how}>
        <ol class="numbered">
          <li>
            <h3>{texts.you}</h3>
            <p>{texts.youText}</p>
          </li>
          <li>
            <h3>{texts.human}</h3>
            <p>{texts.humanText(promise.firstWordDays, promise.planDays)}</p>
          </li>
          <li>
            <h3>{texts.follow}</h3>
            <p>{texts.followText}</p>
          </li>
        </ol>
      </Section>
      <Section id="offentligt" title={texts.record}>
        <p>{all.publicRecord}</p>
      </Section>
      <Section id="igen" title={texts.again}>
        <p>{texts.againText}</p>
      </Section>
    </Page>
  )
}

function newMatterHref(municipality: string | null, locale: Locale): string {
  const address = addressOf('newMatter', locale)
  if (municipality === null) return address
  return `${address}?${locale === 'sv' ? 'kommun' : 'municipality'}=${encodeURIComponent(municipality)}`
}
