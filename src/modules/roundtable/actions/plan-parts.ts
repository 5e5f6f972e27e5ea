import type { Context } from '#modules/accounts'
import { enqueue } from '#modules/jobs'
import { done, refuse, type Outcome } from '#platform/outcome.ts'
import { freeSlug } from '#platform/values/slug.ts'
import { faultOfBudget, type CriteriaForm } from '../core/criteria-form.ts'
import type { Criterion, EventLink } from '../core/event.ts'
import { faultOfRounds, type ProgrammeForm } from '../core/programme-form.ts'
import { faultOfTables, type TablesForm } from '../core/tables-form.ts'
import { budgetOf } from '../participant-store.ts'
import {
  dropQuestions,
  putCriteria,
  putItems,
  putLinks,
  putQuestions,
  putRounds,
  putTables,
} from '../plan-store.ts'
import { criteriaOf, linksOf, participantsOf, questionsOf, roundsOf, tablesOf } from '../store.ts'
import { note, planning, type PlanRefusal } from './planning.ts'

/** What does not fit with the rest of the event: in which row, counted from 0, and in which of its fields. */
export interface RowFault {
  readonly row: 'round' | 'table' | 'question' | 'criterion'
  readonly at: number
  readonly field: string
  readonly fault: string
}

/** Says what happens when, and the rounds. */
export async function saveProgramme(
  context: Context,
  id: string,
  { items, rounds }: ProgrammeForm,
): Promise<Outcome<null, PlanRefusal | RowFault>> {
  return planning(context, id, async (tx, planned, event) => {
    const wrong = faultOfRounds(rounds, event)
    if (wrong) return refuse({ row: 'round', at: wrong.number, field: 'startsAt', fault: wrong.fault })
    const before = (await roundsOf(tx, id)).map(toldRound)
    await putItems(tx, planned, items)
    await putRounds(tx, planned, rounds)
    await note(tx, planned, 'roundtable.programme-edited', {
      before: { rounds: before },
      after: { rounds: rounds.map(toldRound) },
    })
    return done(null)
  })
}

function toldRound({ startsAt, minutes }: ProgrammeForm['rounds'][number]): string {
  return `${startsAt} (${minutes})`
}

/** Says the tables, their hosts, and what is asked at them. */
export async function saveTables(
  context: Context,
  id: string,
  { tables, questions }: TablesForm,
): Promise<Outcome<null, PlanRefusal | RowFault>> {
  return planning(context, id, async (tx, planned) => {
    const people = await participantsOf(tx, id)
    const there = people.filter(({ state }) => !['withdrawn', 'delegated', 'no'].includes(state))
    const hosts = new Set(there.map((one) => one.id))
    const wrong = faultOfTables({ tables, questions }, (await roundsOf(tx, id)).length, hosts)
    if (wrong) return refuse(wrong)
    const before = await tablesOf(tx, id)
    const known = new Set((await questionsOf(tx, id)).map((question) => question.id))
    const asked = questions.map((one) => ({ ...one, id: known.has(one.id) ? one.id : '' }))
    await dropQuestions(tx, id, asked.map((one) => one.id).filter(Boolean))
    await putTables(tx, planned, tables)
    await putQuestions(tx, planned, asked)
    await note(tx, planned, 'roundtable.tables-edited', {
      before: { tables: before.map((table) => table.id) },
      after: { tables: tables.map((table) => table.id) },
    })
    return done(null)
  })
}

/** Says by which criteria people are invited, and how many seats each is given. Who was let in keeps the seat. */
export async function saveCriteria(
  context: Context,
  id: string,
  form: CriteriaForm,
): Promise<Outcome<null, PlanRefusal | RowFault>> {
  return planning<null, RowFault | 'in-use'>(context, id, async (tx, planned, event) => {
    const before = await criteriaOf(tx, id)
    const { taken } = await budgetOf(tx, event, before, planned.at)
    const takenOf = new Map(taken.map((one) => [one.criterionId ?? '', one.taken]))
    const wrong = faultOfBudget(event.seats, form, takenOf)
    if (wrong) return refuse({ row: 'criterion', field: 'seats', ...wrong })
    const criteria = withIds(form, before)
    const used = new Set((await participantsOf(tx, id)).map(({ criterionId }) => criterionId))
    const gone = before.find((one) => used.has(one.id) && !criteria.some(({ id: kept }) => kept === one.id))
    if (gone) return refuse('in-use')
    await putCriteria(tx, planned, criteria)
    await note(tx, planned, 'roundtable.criteria-edited', {
      before: { criteria: before.map(toldCriterion) },
      after: { criteria: criteria.map(toldCriterion) },
    })
    await enqueue(tx, 'roundtable.offer-seats', {})
    return done(null)
  })
}

function toldCriterion({ text, seats }: Criterion): string {
  return `${text} (${seats})`
}

/** Those that are new get an id from their words, which no other has. */
function withIds(form: CriteriaForm, before: readonly Criterion[]): CriteriaForm {
  const known = new Set(before.map(({ id }) => id))
  const taken = new Set(known)
  return form.map((criterion) => {
    if (known.has(criterion.id)) return criterion
    const id = freeSlug(criterion.text, taken, 'grund', new Set())
    taken.add(id)
    return { ...criterion, id }
  })
}

/** Says from which themes the event comes, and which interventions and indicators it serves. */
export async function saveLinks(
  context: Context,
  id: string,
  links: readonly EventLink[],
): Promise<Outcome<null, PlanRefusal>> {
  return planning(context, id, async (tx, planned) => {
    const kinds = ['theme', 'intervention', 'indicator'] as const
    const before = await linksOf(tx, id)
    await putLinks(tx, planned, kinds, links)
    await note(tx, planned, 'roundtable.links-edited', {
      before: { links: refsOf(before) },
      after: { links: refsOf(links) },
    })
    return done(null)
  })
}

function refsOf(links: readonly EventLink[]): readonly string[] {
  return links.map(({ ref }) => ref)
}
