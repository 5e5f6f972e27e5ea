import type { VNode } from 'preact'
import type { FrozenReport } from '#modules/follow-up'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { Section } from '#ui/heading.tsx'
import { textsIn } from './texts.ts'
import { reportAddress } from './words.ts'

/** Where a frozen round is had as a report: for the region, and for each municipality. */
export function roundReports({ network, municipalities, round }: FrozenReport, locale: Locale): VNode {
  const texts = textsIn(locale).round
  const subjects = [{ slug: null, name: inLocale(network, locale) }, ...municipalities]
  return (
    <Section id="rapporter" title={texts.asReport} lead={texts.asReportLead}>
      <ul class="link-columns">
        {subjects.map(({ slug, name }) => (
          <li key={name}>
            <a href={reportAddress({ slug, occasion: round.id, since: null }, 'page', locale)}>{name}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
