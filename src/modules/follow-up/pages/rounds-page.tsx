import { dayOf, formatDay, type IsoDay } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card, CardGrid } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import type { Round } from '../core/round.ts'
import { textsIn } from './texts.ts'

interface RoundsPageProps {
  readonly rounds: readonly Round[]
  readonly mayOpen: boolean
  readonly today: IsoDay
  readonly locale: Locale
}

/** Every round: those that are open, and the frozen reports of those that are closed. */
export function RoundsPage({ rounds, mayOpen, today, locale }: RoundsPageProps) {
  const { rounds: texts } = textsIn(locale)
  const open = rounds.filter(({ frozenAt }) => frozenAt === null)
  const frozen = rounds.filter(({ frozenAt }) => frozenAt !== null)
  return (
    <Page>
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        actions={mayOpen && <LinkButton href={addressOf('openFollowUp', locale)}>{texts.begin}</LinkButton>}
      />
      {rounds.length === 0 && <EmptyState title={texts.none} />}
      {open.length > 0 && (
        <Section id="pagar" title={texts.open}>
          <Rounds
            rounds={open}
            locale={locale}
            about={({ closesOn }) =>
              (closesOn < today ? texts.passed : texts.openLead)(formatDay(closesOn, locale))
            }
          />
          <p>
            <a href={addressOf('followUpCalendar', locale)}>{texts.calendar}</a>
          </p>
        </Section>
      )}
      {frozen.length > 0 && (
        <Section id="avslutade" title={texts.frozen}>
          <Rounds
            rounds={frozen}
            locale={locale}
            about={({ frozenAt }) => (frozenAt ? texts.frozenOn(formatDay(dayOf(frozenAt), locale)) : '')}
          />
        </Section>
      )}
    </Page>
  )
}

interface RoundsProps {
  readonly rounds: readonly Round[]
  readonly locale: Locale
  readonly about: (round: Round) => string
}

function Rounds({ rounds, locale, about }: RoundsProps) {
  return (
    <CardGrid columns={2}>
      {rounds.map((round) => (
        <Card
          key={round.id}
          title={inLocale(round.name, locale)}
          href={addressOf('followUp', locale, { round: round.id })}
        >
          <p>{about(round)}</p>
        </Card>
      ))}
    </CardGrid>
  )
}
