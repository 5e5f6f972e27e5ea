import type { Network } from '#modules/region'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { Page, PageTitle, Prose, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { textsIn } from './texts.ts'

interface TextPageProps {
  readonly locale: Locale
  readonly network: Network
}

/** What the network is, how to reach it, and how the site is made. */
export function AboutPage({ locale, network }: TextPageProps) {
  const texts = textsIn(locale).about
  return (
    <Page width="narrow">
      <PageTitle title={texts.title} lead={inLocale(network.about, locale)} />
      <Section title={texts.contact} id="contact">
        <p>{inLocale(network.contact, locale)}</p>
      </Section>
      {network.hasExampleData && (
        <Notice tone="warning" title={texts.example}>
          <p>{texts.exampleText}</p>
        </Notice>
      )}
      <Section title={texts.how} id="how">
        <Paragraphs texts={texts.howText} />
      </Section>
      <Section title={texts.data} id="data">
        <p>{texts.dataText}</p>
        <p>
          <a href="/api/v1/openapi.json">{texts.api}</a>
        </p>
      </Section>
    </Page>
  )
}

/** The statement that the law on accessibility to digital public service asks for (2018:1937, 13 §). */
export function AccessibilityPage({ locale, network }: TextPageProps) {
  const texts = textsIn(locale).accessibility
  return (
    <Page width="narrow">
      <PageTitle title={texts.title} lead={texts.lead} />
      <Section title={texts.status} id="status">
        <Paragraphs texts={texts.statusText} />
      </Section>
      <Section title={texts.known} id="known">
        <p>{texts.knownText}</p>
      </Section>
      <Section title={texts.report} id="report">
        <p>{texts.reportText}</p>
        <p>{inLocale(network.contact, locale)}</p>
        <p>{texts.authority}</p>
      </Section>
    </Page>
  )
}

function Paragraphs({ texts }: { readonly texts: readonly string[] }) {
  return (
    <Prose>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Prose>
  )
}
