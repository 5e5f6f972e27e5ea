import { formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import type { OwnMatter } from '../../company-store.ts'
import { matterNumber } from '../../core/matter.ts'
import { textsIn } from './texts.ts'

interface ReceiptPageProps {
  readonly locale: Locale
  readonly matter: OwnMatter
  /** The whole private address. */
  readonly address: string
  readonly isMailed: boolean
}

/** That it is sent, what happens now, and the address to keep. */
export function ReceiptPage({ locale, matter, address, isMailed }: ReceiptPageProps) {
  const texts = textsIn(locale).thread.receipt
  return (
    <Page width="narrow">
      <PageTitle title={texts.title} lead={texts.lead(matterNumber(matter))} />
      <Section id="adress" title={texts.address}>
        <p>{texts.addressText}</p>
        <p class="private-address">
          <a href={address}>{address}</a>
        </p>
        <p>{isMailed ? texts.mailed : texts.notMailed}</p>
        <p>
          <LinkButton href={address}>{texts.follow}</LinkButton>
        </p>
      </Section>
      <Section id="nu" title={texts.next}>
        <ul>
          <li>{texts.firstWord(formatDay(matter.firstWordBy, locale))}</li>
          <li>{texts.plan(formatDay(matter.planBy, locale))}</li>
        </ul>
      </Section>
    </Page>
  )
}
