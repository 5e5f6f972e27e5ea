import type { Reason } from '#modules/rules'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { CardGrid } from '#ui/card.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Section } from '#ui/heading.tsx'
import { queryOf } from '../finder/answers.ts'
import { isStale } from '../core/support.ts'
import { amountsOf, type Finding, type Refusal } from '../finder/find.ts'
import type { FinderPageProps } from './carried.tsx'
import { SupportCard } from './support-card.tsx'
import { questionIn, shortIn, textsIn } from './texts.ts'
import { amountInWords, answerInWords } from './words.ts'

/** How many reasons a card has room for; the support's own page has them all. */
const mostReasons = 4

/** What fits, what cannot be said, what does not fit and why, and what nobody can have now. */
export function Results(props: FinderPageProps) {
  const { found, reader, setting } = props
  const { find: texts, list } = textsIn(reader.locale)
  const old = found.fits.filter(({ support }) => isStale(support, setting.today)).length
  const oldLead = old === 0 ? '' : list.oldLead(old, found.fits.length)
  return (
    <>
      <Section
        id="passar"
        title={texts.fits(found.fits.length)}
        lead={found.fits.length === 0 ? texts.noFit : `${texts.fitsLead} ${oldLead}`.trim()}
      >
        <Findings {...props} findings={found.fits} of={Fitting} />
      </Section>
      {found.open.length > 0 && (
        <Section id="oklart" title={texts.open(found.open.length)}>
          <Findings {...props} findings={found.open} of={Waiting} />
        </Section>
      )}
      {found.refused.length > 0 && (
        <Disclosure summary={texts.refused(found.refused.length)} open={found.fits.length === 0}>
          <Findings {...props} findings={found.refused} of={Refused} />
        </Disclosure>
      )}
      {found.shut.length > 0 && (
        <Disclosure summary={texts.shut(found.shut.length)}>
          <Findings {...props} findings={found.shut} of={Nothing} />
        </Disclosure>
      )}
    </>
  )
}

interface FindingsProps<One extends Finding> extends FinderPageProps {
  readonly findings: readonly One[]
  readonly of: (props: FinderPageProps & { readonly finding: One }) => preact.JSX.Element | null
}

function Findings<One extends Finding>({ findings, of: Body, ...props }: FindingsProps<One>) {
  const { given, setting, reader } = props
  const query = `?${queryOf(given.typed, given.skipped)}`
  return (
    <CardGrid columns={3}>
      {findings.map((finding) => (
        <SupportCard
          key={finding.support.id}
          support={finding.support}
          state={finding.state}
          today={setting.today}
          query={query}
          locale={reader.locale}
        >
          <Body {...props} finding={finding} />
        </SupportCard>
      ))}
    </CardGrid>
  )
}

type BodyProps<One extends Finding> = FinderPageProps & { readonly finding: One }

function Fitting({ finding, given, setting, reader }: BodyProps<Finding>) {
  const { locale } = reader
  const { content } = finding.support
  const { find: texts } = textsIn(locale)
  return (
    <>
      <p>{inLocale(content.what, locale)}</p>
      {amountsOf(content, given.answers, setting).map((amount) => (
        <p key={amount.label.sv}>
          {inLocale(amount.label, locale)}: <strong>{amountInWords(amount, locale)}</strong>
        </p>
      ))}
      <Reasons title={texts.met} reasons={finding.verdict.why} locale={locale} />
    </>
  )
}

function Waiting({ finding, reader: { locale } }: BodyProps<Finding>) {
  const { find: texts } = textsIn(locale)
  const { missing, why } = finding.verdict
  const judged = why.filter(({ predicate }) => 'unknown' in predicate)
  return (
    <>
      {missing.length > 0 && (
        <p>
          {texts.dependsOn}: {missing.map((fact) => shortIn(locale, fact)).join(', ')}.
        </p>
      )}
      {judged.length > 0 && <Reasons title={texts.judged} reasons={judged} locale={locale} />}
    </>
  )
}

function Refused({ finding, setting, reader, given }: BodyProps<Refusal>) {
  const { locale } = reader
  const { find: texts } = textsIn(locale)
  const { because, change, instead } = finding
  return (
    <>
      <Reasons title={texts.because} reasons={because} locale={locale} />
      {change && (
        <p>
          {texts.ifOnly(
            questionIn(locale, change.fact).short,
            answerInWords(change.fact, change.value, setting.facts, reader).toLowerCase(),
          )}
        </p>
      )}
      {instead && (
        <p>
          {texts.instead}:{' '}
          <a
            href={`${addressOf('support', locale, { support: instead.id })}?${queryOf(given.typed, given.skipped)}`}
          >
            {inLocale(instead.content.name, locale)}
          </a>
        </p>
      )}
    </>
  )
}

function Nothing({ finding, reader: { locale } }: BodyProps<Finding>) {
  return <p>{textsIn(locale).support.shut[finding.state]}</p>
}

function Reasons({
  title,
  reasons,
  locale,
}: {
  readonly title: string
  readonly reasons: readonly Reason[]
  readonly locale: 'sv' | 'en'
}) {
  if (reasons.length === 0) return null
  return (
    <div>
      <p class="hint">{title}</p>
      <ul>
        {reasons.slice(0, mostReasons).map(({ predicate }) => (
          <li key={predicate.because.sv}>{predicate.because[locale]}</li>
        ))}
        {reasons.length > mostReasons && <li>…</li>}
      </ul>
    </div>
  )
}
