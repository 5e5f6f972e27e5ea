import { possible, seatingTexts } from '#modules/seating'
import type { Locale } from '#platform/values/locale.ts'
import { Notice } from '#ui/notice.tsx'
import type { Event, EventTable, Round } from '../core/event.ts'
import { misfitOf } from '../core/layout.ts'
import { textsIn } from './texts.ts'

export interface Layout {
  readonly event: Pick<Event, 'seats'>
  readonly tables: readonly EventTable[]
  readonly rounds: readonly Round[]
}

/** What the planned tables and rounds are enough for, and what no seating can do with them. */
export function LayoutNotice({ layout, locale }: { readonly layout: Layout; readonly locale: Locale }) {
  const { plan: texts } = textsIn(locale)
  const { isFine, sentences } = told(layout, locale)
  return (
    <Notice tone={isFine ? 'info' : 'warning'} title={texts.layout}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  )
}

function told(
  { event, tables, rounds }: Layout,
  locale: Locale,
): { readonly isFine: boolean; readonly sentences: readonly string[] } {
  const { plan: texts } = textsIn(locale)
  if (tables.length === 0 || rounds.length === 0) return { isFine: true, sentences: [texts.layoutNone] }
  const misfit = misfitInWords({ event, tables, rounds }, locale)
  const misfits = misfit === null ? [] : [misfit]
  if (tables.length === 1) return { isFine: false, sentences: [...misfits, texts.layoutOneTable] }
  const layout = { people: event.seats, tables: tables.length, rounds: rounds.length }
  const repeats = possible(layout)
  if (repeats.known < layout.rounds) {
    const { atMost, instead } = repeats
    const sentence = seatingTexts(locale).repeatFree({ ...layout, atMost, instead })
    return { isFine: false, sentences: [...misfits, sentence] }
  }
  const holds = texts.layoutHolds(layout.people, layout.tables, layout.rounds)
  return { isFine: misfit === null, sentences: [...misfits, holds] }
}

function misfitInWords({ event, tables, rounds }: Layout, locale: Locale): string | null {
  const { plan: texts } = textsIn(locale)
  const misfit = misfitOf(event, tables, rounds)
  if (misfit === null) return null
  switch (misfit.misfit) {
    case 'too-few':
      return texts.layoutTooFew(misfit.seats, misfit.room)
    case 'too-many':
      return texts.layoutTooMany(misfit.seats, misfit.needed)
    case 'closed':
      return texts.layoutClosed(misfit.round + 1, misfit.seats, misfit.room)
  }
}
