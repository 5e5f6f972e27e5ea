import { possible, seatingTexts, type Bound, type Explanation } from '#modules/seating'
import type { Locale } from '#platform/values/locale.ts'
import { formatChange, formatNumber } from '#platform/values/numbers.ts'
import { DescriptionList, type Description } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Board } from './read-board.ts'
import { textsIn } from './texts.ts'

interface Shown {
  readonly board: Pick<Board, 'problem' | 'checked' | 'called'>
  readonly locale: Locale
}

/** What keeps there from being a seating, the rules that none can keep, and what the layout makes impossible. */
export function Findings({ board, locale }: Shown) {
  const { problem, checked, called } = board
  const { wrong } = textsIn(locale)
  const engine = seatingTexts(locale)
  const advice = checked.faults.length > 0 ? [] : adviceOn(problem, locale)
  return (
    <>
      {checked.faults.length > 0 && problem.people.length > 0 && (
        <Notice tone="danger" title={wrong.title}>
          <Sentences of={checked.faults.map((fault) => engine.fault(fault, called.names))} />
        </Notice>
      )}
      {checked.impossible.length > 0 && (
        <Notice tone="warning" title={wrong.impossible}>
          <p>{wrong.impossibleLead}</p>
          <Sentences of={checked.impossible.map((one) => engine.impossible(one, called.names))} />
        </Notice>
      )}
      {advice.length > 0 && (
        <Notice title={wrong.advice}>
          <Sentences of={advice} />
        </Notice>
      )}
    </>
  )
}

function Sentences({ of }: { readonly of: readonly string[] }) {
  return (
    <ul>
      {[...new Set(of)].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

/** More rounds than can go without anybody meeting again. */
function adviceOn({ people, tables, rounds }: Board['problem'], locale: Locale): readonly string[] {
  if (rounds < 2) return []
  if (tables.length === 1) return [textsIn(locale).wrong.oneTable]
  const layout = { people: people.length, tables: tables.length, rounds }
  const { known, atMost, instead } = possible(layout)
  if (rounds <= atMost && (rounds <= known || instead.length === 0)) return []
  return [
    seatingTexts(locale).repeatFree({
      ...layout,
      atMost,
      instead: rounds > atMost ? [] : instead,
    }),
  ]
}

interface OfBoard {
  readonly board: Board
  readonly locale: Locale
}

/** What the seats achieve beside what is proven possible, which rules are broken and where, and who never meets. */
export function Figures({ board, locale }: OfBoard) {
  const { latest, run, problem, bound } = board
  const isNothing = !latest && (run?.best ?? null) === null
  if (isNothing || problem.people.length === 0 || bound === undefined) return null
  const { figures: texts } = textsIn(locale)
  return (
    <Section id="siffror" title={texts.title}>
      <Reached board={board} bound={bound} locale={locale} />
      <DescriptionList items={figuresOf(board, locale)} />
      <Unmet board={board} locale={locale} />
      <NeverMeet board={board} locale={locale} />
    </Section>
  )
}

function numberIn(value: number, locale: Locale): string {
  return formatNumber(value, locale, Number.isInteger(value) ? 0 : 1)
}

function Reached({ board, bound, locale }: OfBoard & { readonly bound: Bound }) {
  const { figures, unmet } = board.explanation
  const { figures: texts } = textsIn(locale)
  const isMost = figures.worth >= bound.worth - 1e-6 && figures.wishes >= bound.wishes
  const percent = Math.floor((figures.worth / bound.worth) * 1000 + 1e-6) / 10
  return (
    <>
      {bound.worth > 0 && <p class="lead">{texts.part(`${numberIn(percent, locale)}\u00A0%`)}</p>}
      <p>
        {isMost && unmet.length === 0
          ? texts.best
          : texts.bound(numberIn(figures.worth, locale), numberIn(bound.worth, locale))}
      </p>
    </>
  )
}

/** Each figure, and how it has changed since the version before. */
function figuresOf(
  { explanation, explainedBefore, run, problem }: Board,
  locale: Locale,
): readonly Description[] {
  const { figures: texts } = textsIn(locale)
  const { figures, organisationsNeverMeet } = explanation
  const before = run?.endedAt === null ? undefined : explainedBefore?.figures
  const wishes = problem.wishes?.length ?? 0
  const soft = softBroken(explanation)
  const all = figures.organisationMeetings + organisationsNeverMeet.length
  const line = (term: string, now: number, was: number | undefined, shown = numberIn(now, locale)) => ({
    term,
    details: (
      <>
        {shown}
        {was !== undefined && was !== now && (
          <span class="source"> ({texts.change(formatChange(now - was, locale))})</span>
        )}
      </>
    ),
  })
  const met = texts.organisationsOf(numberIn(figures.organisationMeetings, locale), numberIn(all, locale))
  const heard = texts.of(numberIn(figures.wishes, locale), numberIn(wishes, locale))
  return [
    line(texts.meetings, figures.meetings, before?.meetings),
    line(texts.organisations, figures.organisationMeetings, before?.organisationMeetings, met),
    ...(wishes === 0 ? [] : [line(texts.wishes, figures.wishes, before?.wishes, heard)]),
    line(texts.hard, figures.hardBroken, before?.hardBroken),
    ...(soft === 0 ? [] : [line(texts.soft, soft, undefined)]),
  ]
}

function softBroken({ unmet }: Explanation): number {
  return unmet.reduce((sum, { weight, times }) => sum + (weight === undefined ? 0 : times), 0)
}

function Unmet({ board, locale }: { readonly board: Board; readonly locale: Locale }) {
  const { explanation, called } = board
  const { figures: texts } = textsIn(locale)
  const { unmet, unheard } = explanation
  if (unmet.length === 0 && unheard.length === 0) return <p>{texts.noneUnmet}</p>
  const engine = seatingTexts(locale)
  const weight = (value: number | undefined) =>
    value === undefined
      ? texts.must
      : texts.weight(formatNumber(value, locale, Number.isInteger(value) ? 0 : 1))
  return (
    <>
      {unmet.length > 0 && (
        <Disclosure summary={`${texts.unmet} (${unmet.length})`} open={unmet.length < 8}>
          <ul>
            {unmet.map((one, index) => (
              <li key={index}>
                {engine.unmet(one, called.names)} <span class="source">({weight(one.weight)})</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {unheard.length > 0 && (
        <Disclosure summary={`${texts.unheard} (${unheard.length})`}>
          <ul>
            {unheard.map(({ person, theme }) => (
              <li key={`${person} ${theme}`}>{texts.unheardOne(called.names.person(person), theme)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}

function NeverMeet({ board, locale }: { readonly board: Board; readonly locale: Locale }) {
  const { explanation, called, facts } = board
  const { figures: texts } = textsIn(locale)
  const { organisationsNeverMeet: pairs, neverMeet } = explanation
  const leading = new Set(
    facts.participants.flatMap(({ kind, municipality }) =>
      kind === 'leadership' && municipality !== null ? [municipality] : [],
    ),
  )
  const byLeadership = new Map<string, string[]>()
  for (const [one, other] of pairs) {
    const [leader, company] = leading.has(one) ? [one, other] : [other, one]
    byLeadership.set(leader, [...(byLeadership.get(leader) ?? []), company])
  }
  const list = new Intl.ListFormat(locale === 'sv' ? 'sv-SE' : 'en-GB')
  return (
    <Disclosure summary={`${texts.neverMeet} (${formatNumber(pairs.length, locale)})`}>
      <p>{pairs.length === 0 ? texts.everyoneMeets : texts.neverLead(pairs.length)}</p>
      <ul>
        {[...byLeadership].map(([leader, companies]) => (
          <li key={leader}>
            <strong>{called.names.organisation(leader)}</strong>:{' '}
            {list.format(companies.map((company) => called.names.organisation(company)))}
          </li>
        ))}
      </ul>
      <p class="source">{texts.peopleNever(formatNumber(neverMeet.length, locale))}</p>
    </Disclosure>
  )
}
