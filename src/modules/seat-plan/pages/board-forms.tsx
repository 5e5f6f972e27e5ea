import { seatingTexts } from '#modules/seating'
import { formatMoment } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { FormActions, Hidden } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { isForsaken, partGone, type SeatRun } from '../core/run.ts'
import type { Look } from './board-page.tsx'
import type { Board } from './read-board.ts'
import { textsIn } from './texts.ts'

/** For how long the engine may be let loose, in seconds; the first is proposed. */
export const runTimes = [10, 30, 60, 300] as const

interface Shown {
  readonly board: Board
  readonly look: Look
}

/** Lets the engine seat everybody; and what came of the last time, where that is not the version that holds. */
export function StartRun({ board, look }: Shown) {
  const { problem, checked, latest, event } = board
  const { locale } = look
  const { run: texts } = textsIn(locale)
  if (checked.faults.length > 0 || problem.people.length === 0) return null
  const last = latest?.made
  const seed = last && 'seed' in last ? last.seed + 1 : 1
  return (
    <section class="seat-run" aria-label={texts.title}>
      <LastRun board={board} look={look} />
      <h2 class="seat-move__title">{texts.title}</h2>
      <p class="hint">{texts.lead}</p>
      <form
        class="form"
        method="post"
        action={addressOf('seats', locale, { event: event.id })}
        noValidate
        data-seats-form
      >
        <Hidden name="round" value={String(look.round)} />
        <Hidden name="farg" value={look.by} />
        <Disclosure summary={texts.more}>
          <SelectField
            name="seconds"
            label={texts.time}
            value={String(runTimes[0])}
            options={runTimes.map((time) => ({ value: String(time), label: texts.seconds(time) }))}
          />
          <TextField
            name="seed"
            label={texts.seed}
            hint={texts.seedHint}
            value={String(seed)}
            inputMode="numeric"
            size={8}
          />
        </Disclosure>
        <FormActions>
          <Button name="do" value="fill">
            {texts.start}
          </Button>
        </FormActions>
      </form>
    </section>
  )
}

/** What came of a run that did not simply become the version that holds. */
function LastRun({ board, look }: Shown) {
  const { run, latest, called } = board
  const { run: texts } = textsIn(look.locale)
  if (run?.endedAs === 'refused' && !latest)
    return (
      <Notice tone="danger" title={texts.refused}>
        <ul>
          {(run.faults ?? []).map((fault, index) => (
            <li key={index}>{seatingTexts(look.locale).fault(fault, called.names)}</li>
          ))}
        </ul>
      </Notice>
    )
  if (!run || !['broken-off', 'overtaken'].includes(run.endedAs ?? '')) return null
  if (run.version === null) return <Unsaved board={board} look={look} run={run} />
  if (run.version !== latest?.version || run.endedAs === 'overtaken') return null
  return (
    <Notice>
      <p>{texts.brokenOffSaved(run.version)}</p>
    </Notice>
  )
}

/** The best of a run that is not saved, as long as nobody has used it. */
function Unsaved({ board, look, run }: Shown & { readonly run: SeatRun }) {
  const { latest, event } = board
  const { run: texts } = textsIn(look.locale)
  const version = latest?.version ?? 0
  if (run.best === null)
    return version === run.basedOn ? (
      <Notice>
        <p>{texts.brokenOffEmpty}</p>
      </Notice>
    ) : null
  return (
    <Notice tone="warning">
      <p>{run.endedAs === 'overtaken' ? texts.overtaken : texts.brokenOff}</p>
      <form method="post" action={addressOf('seats', look.locale, { event: event.id })} data-seats-form>
        <Hidden name="version" value={String(version)} />
        <Hidden name="round" value={String(look.round)} />
        <Hidden name="run" value={run.id} />
        <Button variant="secondary" name="do" value="keep">
          {texts.keep}
        </Button>
      </form>
    </Notice>
  )
}

/** How far the engine has come, and the way to stop it. */
export function UnderWay({ board, look, now }: Shown & { readonly now: Date }) {
  const { run, event } = board
  const { locale } = look
  const { run: texts } = textsIn(locale)
  if (!run) return null
  const isLost = isForsaken(run, now)
  return (
    <section class="seat-run" aria-label={texts.title}>
      <h2 class="seat-move__title">{texts.title}</h2>
      {isLost ? (
        <Notice tone="warning">
          <p>{texts.forsaken}</p>
        </Notice>
      ) : (
        <p role="status">
          {run.begunAt === null
            ? texts.waiting
            : run.stopAskedAt === null
              ? texts.working(run.found)
              : texts.stopping}{' '}
          {run.best !== null && texts.soFar}
        </p>
      )}
      <progress max={100} value={Math.round(partGone(run, now) * 100)} aria-label={texts.progress} />
      <form method="post" action={addressOf('seats', locale, { event: event.id })} data-seats-form>
        <Hidden name="round" value={String(look.round)} />
        <Hidden name="farg" value={look.by} />
        <Hidden name="run" value={run.id} />
        <Button variant="secondary" name="do" value="stop">
          {texts.stop}
        </Button>
      </form>
      <noscript>
        <p class="source">{texts.refresh}</p>
      </noscript>
    </section>
  )
}

/** Lets the participants read where they sit. */
export function Told({ board, locale }: { readonly board: Board; readonly locale: Locale }) {
  const { latest, event, problem } = board
  const { tell: texts } = textsIn(locale)
  if (!latest) return null
  if (latest.toldAt !== null) return <p class="source">{texts.told(formatMoment(latest.toldAt, locale))}</p>
  return (
    <Section id="beratta" title={texts.title} lead={texts.lead(problem.people.length)}>
      <form method="post" action={addressOf('seats', locale, { event: event.id })}>
        <Hidden name="version" value={String(latest.version)} />
        <Hidden name="round" value="0" />
        <Button variant="secondary" name="do" value="tell">
          {texts.tell}
        </Button>
      </form>
    </Section>
  )
}
