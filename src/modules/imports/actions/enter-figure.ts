import { inTransaction, type Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { choicesOf } from '#modules/indicators'
import { municipalitiesOf } from '#modules/region'
import { compareWith, seriesWith } from '#modules/statistics'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { EntryDraft } from '../core/entry-form.ts'
import { mayEnter } from '../core/entry-policy.ts'
import { ownSeriesOf } from '../core/own-series.ts'
import { addEntry } from '../entry-store.ts'

export type EnterFigureRefusal =
  | 'not-allowed'
  | 'municipality-unknown'
  | 'indicator-unknown'
  /** Its values come from a source, or nobody has decided yet that they are kept by hand. */
  | 'not-by-hand'
  | 'same-as-known'
  | 'waiting-already'

/** Somebody enters a figure. It waits until a colleague has confirmed it; until then nobody reads it as a figure. */
export async function enterFigure(
  context: Context,
  draft: EntryDraft,
): Promise<Outcome<string, EnterFigureRefusal>> {
  const { actor, networkId, now } = context
  const { figure, indicator } = draft
  if (!actor || !mayEnter(actor, figure.place)) return refuse('not-allowed')

  return inTransaction(context, async (tx) => {
    const municipalities = await municipalitiesOf(tx)
    if (!municipalities.some(({ code }) => code === figure.place)) return refuse('municipality-unknown')
    const chosen = (await choicesOf(tx)).find(({ id }) => id === indicator)
    if (!chosen || chosen.retiredAt) return refuse('indicator-unknown')
    const key = ownSeriesOf(chosen)
    if (key === null) return refuse('not-by-hand')
    const series = (await seriesWith(tx, [key])).get(key)
    if (series && (await compareWith(tx, series.id, [figure])).same > 0) return refuse('same-as-known')
    const id = await addEntry(tx, networkId, draft, { by: actor.personId, at: now })
    if (id === null) return refuse('waiting-already')
    await audit.record(tx, {
      networkId,
      by: actor.personId,
      at: now,
      did: 'imports.figure-entered',
      on: { kind: 'indicator', id: indicator },
      after: { municipality: figure.place, year: figure.year, value: figure.value, missing: figure.missing },
    })
    return done(id)
  })
}
