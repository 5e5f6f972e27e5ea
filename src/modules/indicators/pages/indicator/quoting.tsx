import { dayOf, formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { Section } from '#ui/heading.tsx'
import type { Source } from '../../core/indicator.ts'
import { readingTextsIn } from '../reading/reading-texts.ts'

interface QuotingProps {
  /** What is quoted: the finding with its value and year. */
  readonly finding: string
  readonly network: string
  readonly sources: readonly Source[]
  /** The whole address of the page, with the host. */
  readonly address: string
  readonly now: Date
  readonly locale: Locale
}

/** A sentence ready to be quoted: what, from whom, where and when it was read. */
export function Quoting({ finding, network, sources, address, now, locale }: QuotingProps) {
  const words = readingTextsIn(locale).quoting
  const named = sources.map(({ publisher, title, retrievedOn }) =>
    words.source(`${publisher}, ${title}`, retrievedOn === null ? null : formatDay(retrievedOn, locale)),
  )
  return (
    <Section id="citera" title={words.title} lead={words.lead}>
      <blockquote class="prose">
        <p>{words.sentence(finding, network, named.join('; '), address, formatDay(dayOf(now), locale))}</p>
      </blockquote>
    </Section>
  )
}
