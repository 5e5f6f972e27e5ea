import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { textsIn, type Texts } from './texts.ts'

type Saying = {
  [Name in keyof Texts]: Texts[Name] extends { title: string; lead: string } ? Name : never
}[keyof Texts]

/** A page that says why there is nothing else to show, and the way on. */
export function RefusalPage({
  locale,
  what,
  reference,
}: {
  readonly locale: Locale
  readonly what: Saying
  readonly reference?: string
}) {
  const texts = textsIn(locale)
  return (
    <Page width="narrow">
      <PageTitle
        title={texts[what].title}
        lead={texts[what].lead}
        actions={<LinkButton href={addressOf('overview', locale)}>{texts.notFound.home}</LinkButton>}
      />
      {reference && (
        <p class="source">
          {texts.broken.reference}: {reference}
        </p>
      )}
    </Page>
  )
}
