import type { Rule, Setting, Verdict } from '#modules/rules'
import { formatDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { LinkButton } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice, Tag } from '#ui/notice.tsx'
import { isStale, opensNext, type State } from '../core/support.ts'
import { wholeRule, type Listed } from '../finder/support.ts'
import type { OutcomeCount } from '../store.ts'
import { factsOf } from './support-facts.tsx'
import { shortIn, textsIn } from './texts.ts'
import { checkedInWords } from './words.ts'

export interface SupportPageProps {
  readonly support: Listed
  readonly state: State
  readonly setting: Setting
  readonly answers: Readonly<Record<string, string | number | boolean | undefined>>
  /** What the rule says of the answers; null where nothing was answered. */
  readonly verdict: Verdict | null
  /** The way back to the finder with the answers; null where there are none. */
  readonly back: string | null
  readonly others: ReadonlyMap<string, Listed>
  readonly outcomes: readonly OutcomeCount[]
  readonly mayKeep: boolean
  readonly locale: Locale
}

/** All that is known of one support, and from where. */
export function SupportPage(props: SupportPageProps) {
  const { support, state, setting, locale } = props
  const texts = textsIn(locale)
  const { content, id, giver } = support
  const name = inLocale(content.name, locale)
  const isSure = state === 'open' && !isStale(support, setting.today)
  const isOld = state === 'open' && !isSure
  const next = state === 'not-yet' ? opensNext(content, setting.today) : null
  const notice = [
    isOld ? texts.support.old : texts.support.shut[state],
    next === null ? undefined : texts.support.opens(formatDay(next, locale)),
  ].filter(Boolean)
  return (
    <Page>
      <Breadcrumbs
        label={texts.list.title}
        items={[
          { label: texts.list.title, href: addressOf('supports', locale) },
          { label: name, href: addressOf('support', locale, { support: id }) },
        ]}
      />
      <PageTitle
        eyebrow={<span lang="sv">{giver.name}</span>}
        title={name}
        lead={inLocale(content.what, locale)}
        tags={
          <>
            <Tag tone={isSure ? 'success' : 'warning'}>{isOld ? texts.openBefore : texts.states[state]}</Tag>
            {content.helps.map((help) => (
              <Tag key={help}>{texts.helps[help]}</Tag>
            ))}
          </>
        }
        actions={<WaysOn {...props} />}
      />
      {notice.length > 0 && (
        <Notice tone="warning">
          <p>
            {notice.join(' ')} {isOld && checkedInWords(support, locale)}
          </p>
        </Notice>
      )}
      <WithAnswers {...props} />
      <DescriptionList items={factsOf(props)} />
      <Section id="villkor" title={texts.support.conditions}>
        <Conditions rule={wholeRule(content, setting)} locale={locale} />
      </Section>
      <Section id="sa-gor-ni" title={texts.support.steps}>
        <ol>
          {content.steps.map((step) => (
            <li key={step.sv}>{inLocale(step, locale)}</li>
          ))}
        </ol>
      </Section>
      <Outcomes {...props} />
      <Source {...props} />
    </Page>
  )
}

function WaysOn({ support: { id, content }, back, mayKeep, locale }: SupportPageProps) {
  const { support: texts } = textsIn(locale)
  return (
    <>
      <LinkButton href={content.contact}>{texts.apply}</LinkButton>
      {back && (
        <LinkButton variant="secondary" href={back}>
          {texts.back}
        </LinkButton>
      )}
      {mayKeep && (
        <LinkButton variant="secondary" href={addressOf('editSupport', locale, { support: id })}>
          {texts.edit}
        </LinkButton>
      )}
    </>
  )
}

function WithAnswers({ verdict, locale }: SupportPageProps) {
  if (!verdict) return null
  const { support: texts, find } = textsIn(locale)
  const tone = { yes: 'success', no: 'warning', unknown: 'info' } as const
  const said = { yes: find.fits(1), no: find.refused(1), unknown: find.open(1) }
  const reasons = verdict.why.filter(({ met }) => met === verdict.answer)
  return (
    <Notice
      tone={tone[verdict.answer]}
      title={`${texts.yours}: ${said[verdict.answer].replace(/ \(\d+\)$/, '')}`}
    >
      {verdict.answer !== 'yes' && (
        <ul>
          {reasons.map(({ predicate }) => (
            <li key={predicate.because.sv}>{predicate.because[locale]}</li>
          ))}
        </ul>
      )}
      {verdict.missing.length > 0 && (
        <p>
          {find.dependsOn}: {verdict.missing.map((fact) => shortIn(locale, fact)).join(', ')}.
        </p>
      )}
    </Notice>
  )
}

/** A rule as one reads it: what must hold, of what one must hold, what must not. */
function Conditions({ rule, locale }: { readonly rule: Rule; readonly locale: Locale }) {
  const { support: texts } = textsIn(locale)
  if ('all' in rule && rule.all.length === 0) return <p>{texts.everybody}</p>
  if ('all' in rule)
    return (
      <ul>
        {rule.all.map((part, at) => (
          <li key={at}>
            <Conditions rule={part} locale={locale} />
          </li>
        ))}
      </ul>
    )
  if ('any' in rule)
    return (
      <>
        {texts.oneOf}
        <ul>
          {rule.any.map((part, at) => (
            <li key={at}>
              <Conditions rule={part} locale={locale} />
            </li>
          ))}
        </ul>
      </>
    )
  if ('not' in rule)
    return (
      <>
        {texts.notSo} <Conditions rule={rule.not} locale={locale} />
      </>
    )
  return (
    <>
      {rule.because[locale]}
      {'unknown' in rule && ` ${texts.judged}`}
    </>
  )
}

function Outcomes({ outcomes, locale }: SupportPageProps) {
  const texts = textsIn(locale)
  if (outcomes.length === 0) return null
  return (
    <Section id="hur-det-gatt" title={texts.support.outcomes}>
      <ul>
        {outcomes.map(({ cameOf, stuck, count }) => (
          <li key={`${cameOf} ${stuck}`}>
            {texts.outcomes[cameOf]} {stuck !== null && texts.stuck[stuck]}: {count ?? texts.support.few}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Source({ support, locale }: SupportPageProps) {
  const { support: texts } = textsIn(locale)
  const { content, id, isReached } = support
  return (
    <p class="source">
      {texts.source}: <a href={content.source}>{new URL(content.source).hostname}</a>.{' '}
      {checkedInWords(support, locale)} {isReached === false && `${texts.unreachable} `}
      <a href={addressOf('supportHistory', locale, { support: id })}>{texts.history}</a>
    </p>
  )
}
