import type { Locale } from '#platform/values/locale.ts'
import { LinkButton } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { SourceFailure } from '../../core/source-failure.ts'
import { pxWebTextsIn } from './pxweb-texts.ts'

interface FailurePageProps {
  readonly failure: SourceFailure
  readonly office: string
  /** The same address again. */
  readonly again: string
  readonly back: { readonly href: string; readonly label: string }
  readonly locale: Locale
}

/** An office did not answer as it should: what that means, and what one can do. */
export function FailurePage({ failure, office, again, back, locale }: FailurePageProps) {
  const texts = pxWebTextsIn(locale).failed
  return (
    <Page width="narrow">
      <PageTitle title={texts.title(office)} />
      <Notice tone="warning">
        <p>{texts.sentences[failure.kind]}</p>
      </Notice>
      <div class="row">
        <LinkButton href={again}>{texts.again}</LinkButton>
        <LinkButton href={back.href} variant="secondary">
          {back.label}
        </LinkButton>
      </div>
      <Disclosure summary={texts.detail}>
        <DescriptionList
          items={[
            { term: texts.address, details: failure.address },
            { term: texts.seen, details: failure.detail },
          ]}
        />
      </Disclosure>
    </Page>
  )
}
