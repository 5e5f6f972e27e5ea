import { randomUUID } from 'node:crypto'
import type { Context } from '#modules/accounts'
import * as audit from '#modules/audit'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import type { SeatRule } from '../core/demand.ts'
import { addRule, changeRule, endRule as end, writeDefaults } from '../rule-store.ts'
import { factsOf } from '../store.ts'
import { seatingEvent, type Seating } from './seating-event.ts'

/** Adds a rule, or changes the one with this key; the first change writes the ready-made ones down. Answers its key. */
export async function saveRule(
  context: Context,
  event: string,
  { key, ...rule }: Omit<SeatRule, 'key'> & { readonly key: string | null },
): Promise<Outcome<string, 'not-allowed' | 'event-unknown' | 'rule-unknown'>> {
  return seatingEvent(context, event, async (seating) => {
    const { place, isKnown } = await settled(context, seating, key)
    if (!isKnown) return refuse('rule-unknown')
    const saved: SeatRule = { ...rule, key: key ?? randomUUID() }
    if (key === null) await addRule(seating.tx, place, saved)
    else await changeRule(seating.tx, event, saved)
    await note(context, seating, key === null ? 'seat-plan.rule-added' : 'seat-plan.rule-changed', saved)
    return done(saved.key)
  })
}

/** Takes a rule away. */
export async function endRule(
  context: Context,
  event: string,
  key: string,
): Promise<Outcome<null, 'not-allowed' | 'event-unknown' | 'rule-unknown'>> {
  return seatingEvent(context, event, async (seating) => {
    const { place, isKnown } = await settled(context, seating, key)
    if (!isKnown) return refuse('rule-unknown')
    await end(seating.tx, place, key)
    await note(context, seating, 'seat-plan.rule-ended', { key })
    return done(null)
  })
}

/** Writes the ready-made rules down, unless the rule that is to be changed is none of them and none of the event's. */
async function settled({ networkId, now }: Context, { tx, event, actor }: Seating, key: string | null) {
  const place = { networkId, event: event.id, at: now, by: actor.personId }
  const { participants, tables, rules } = await factsOf(tx, event.id)
  const isKnown = key === null || rules.some((rule) => rule.key === key)
  if (isKnown)
    await writeDefaults(tx, place, { coming: participants.filter(({ state }) => state === 'yes'), tables })
  return { place, isKnown }
}

async function note(
  { networkId, now }: Context,
  { tx, event, actor }: Seating,
  did: string,
  { key, demand }: Partial<SeatRule>,
): Promise<void> {
  await audit.record(tx, {
    networkId,
    by: actor.personId,
    at: now,
    did,
    on: { kind: 'event', id: event.id },
    after: { rule: demand?.rule ?? key },
  })
}
