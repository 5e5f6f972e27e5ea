import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { testRoles } from '../../../../tests/people.ts'
import { contactsOf } from '../contact-store.ts'
import { ContactForm } from '../core/contact.ts'
import { draftsOf } from '../draft-store.ts'
import { promisesIn } from '../promise-store.ts'
import { aVisit, plantCompany, secret, type Planted, type Who } from '../testing.ts'
import { correctionsOf, visitsIn, visitWith, wordsOf } from '../visit-store.ts'
import { companiesIn } from '../store.ts'
import { correctVisit } from './correct-visit.ts'
import { editCompany } from './edit-company.ts'
import { finishVisit } from './finish-visit.ts'
import { keepContact } from './keep-contact.ts'
import { keepDraft } from './keep-draft.ts'
import { cancelVisit, planVisit } from './plan-visit.ts'
import { settlePromise } from './settle-promise.ts'
import { shareVisit } from './share-visit.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantCompany(database)
})

const known = () => ({ kind: 'known', id: planted.company }) as const
const everybody = ['visitor', ...Object.keys(testRoles)] as readonly Who[]
const notOfAle = everybody.filter((who) => who !== 'officer' && who !== 'colleague')

async function finished(typed: Readonly<Record<string, string>> = {}, who: Who = 'officer'): Promise<string> {
  const outcome = await finishVisit(planted.context(who), known(), aVisit(typed), secret)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value.visit
}

/** Everything that visits leave behind, as the owner counts it. */
async function counts(): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*) from company_visit) as visits, (select count(*) from visit_word) as words,
           (select count(*) from promise) as promises, (select count(*) from company_contact) as contacts,
           (select count(*) from company) as companies, (select count(*) from audit_entry) as log`.execute(
    database.ownerDb,
  )
  return rows[0]
}

/** What somebody reads of a visit. */
async function reads(who: Who, visit: string) {
  return planted.as(who, async (tx) => {
    const word = (await wordsOf(tx, [visit])).get(visit)
    return {
      day: (await visitWith(tx, planted.company, visit))?.on ?? null,
      said: word?.said ?? null,
      inside: word?.inside ?? null,
      promises: (await promisesIn(tx, { visit })).length,
    }
  })
}

const nothing = { day: null, said: null, inside: null, promises: 0 }
const theDay = { ...nothing, day: '2026-11-23' }
const shared = { ...theDay, said: 'De vill bygga ut.', promises: 1 }
const all = { ...shared, inside: 'Ring byggenheten.' }

describe('a visit that is finished', () => {
  test('is known to all who meet companies; its words to its own town hall until they are shared', async () => {
    const visit = await finished()
    for (const who of ['officer', 'colleague'] as const) expect(await reads(who, visit)).toEqual(all)
    for (const who of ['neighbour', 'coordinator'] as const) expect(await reads(who, visit)).toEqual(theDay)
    for (const who of ['visitor', 'partner', 'leader', 'operator'] as const)
      expect(await reads(who, visit)).toEqual(nothing)

    for (const who of notOfAle)
      expect((await shareVisit(planted.context(who), planted.company, visit)).ok).toBe(false)
    expect(await reads('neighbour', visit)).toEqual(theDay)
    expect((await shareVisit(planted.context('colleague'), planted.company, visit)).ok).toBe(true)
    for (const who of ['neighbour', 'coordinator'] as const) expect(await reads(who, visit)).toEqual(shared)
    expect(await reads('leader', visit)).toEqual(nothing)
  })

  test('is put right beside what stands, by its own town hall, and read by those who read the visit', async () => {
    const visit = await finished()
    const wanted = { company: planted.company, visit }
    for (const who of notOfAle)
      expect((await correctVisit(planted.context(who), wanted, 'Fel.')).ok).toBe(false)
    expect((await correctVisit(planted.context('colleague'), wanted, 'De vill bygga nytt.')).ok).toBe(true)
    const read = async (who: Who) =>
      (await planted.as(who, (tx) => correctionsOf(tx, visit))).map(({ text }) => text)
    expect(await read('officer')).toEqual(['De vill bygga nytt.'])
    expect(await read('neighbour')).toEqual([])
    expect((await reads('officer', visit)).said).toBe('De vill bygga ut.')
  })

  test('empties the draft, makes its writer the owner of what nobody else owns, and is logged without words', async () => {
    const context = planted.context('officer')
    await keepDraft(context, planted.company, { typed: { said: 'x' }, seen: 99 })
    expect(await planted.as('officer', (tx) => draftsOf(tx, planted.idOf('officer')))).toHaveLength(1)
    const visit = await finished({ contactName: 'Ägaren (exempel)', contactEmail: 'a@example.org' })
    expect(await planted.as('officer', (tx) => draftsOf(tx, planted.idOf('officer')))).toEqual([])
    const [promise] = await planted.as('officer', (tx) => promisesIn(tx, { visit }))
    expect(promise).toMatchObject({ owner: planted.idOf('officer'), dueOn: '2026-12-04', outcome: null })
    const { rows } = await sql<{ log: string }>`
      select string_agg(audit_entry::text, ' ') as log from audit_entry where subject_id = ${visit}`.execute(
      database.ownerDb,
    )
    expect(rows[0]?.log).toContain('companies.visit-finished')
    expect(rows[0]?.log).not.toMatch(/bygga|byggenheten|Ägaren/)
  })

  test('does not become a draft again by what its page saves late', async () => {
    const context = planted.context('officer')
    const kept = await keepDraft(context, planted.company, { typed: { said: 'x' }, seen: 99 })
    await finished()
    const late = await keepDraft(context, planted.company, {
      typed: { said: 'x' },
      seen: kept.ok ? kept.value : 0,
    })
    expect(late).toEqual({ ok: false, refusal: 'already-finished' })
  })

  test('meets a company that nobody knew, and knows one by its number', async () => {
    const company = { name: 'Nytt (exempel)', number: null, municipality: '1441', size: null, branch: null }
    const first = await finishVisit(planted.context('officer'), { kind: 'new', company }, aVisit(), secret)
    expect(first.ok && first.value.company).not.toBe(planted.company)
    const number = { digits: '5567037485', isSoleTrader: false }
    const again = { ...company, name: '', number }
    const second = await finishVisit(
      planted.context('officer'),
      { kind: 'new', company: again },
      aVisit(),
      secret,
    )
    expect(second.ok && second.value.company).toBe(planted.company)
  })

  test.each(notOfAle)('is not written by the %s, and leaves nothing behind', async (who) => {
    const before = await counts()
    const outcome = await finishVisit(planted.context(who), known(), aVisit(), secret)
    expect(outcome).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await counts()).toEqual(before)
  })

  test.each([
    ['day-to-come', { on: '2026-11-25' }],
    ['visit-unknown', { planned: '00000000-0000-4000-8000-000000000000' }],
    ['contact-unknown', { contact: '00000000-0000-4000-8000-000000000000' }],
  ])('is refused as %s, and a company it would have met is not met', async (refusal, typed) => {
    const before = await counts()
    const company = { name: 'Aldrig (exempel)', number: null, municipality: null, size: null, branch: null }
    const outcome = await finishVisit(
      planted.context('officer'),
      { kind: 'new', company },
      aVisit(typed),
      secret,
    )
    expect(outcome).toEqual({ ok: false, refusal })
    expect(await counts()).toEqual(before)
  })

  test('is refused when a promise is given to somebody who is not there', async () => {
    const form = aVisit({ 'promiseOwner-1': planted.idOf('neighbour') })
    const outcome = await finishVisit(planted.context('officer'), known(), form, secret)
    expect(outcome).toEqual({ ok: false, refusal: { ownerNotHere: 1 } })
  })
})

async function stateOf(visit: string) {
  return planted.as('neighbour', async (tx) => visitWith(tx, planted.company, visit))
}

describe('a visit to come', () => {
  const plan = { municipality: '1440', on: '2026-12-01', planned: '' }
  const planned = async () => {
    const outcome = await planVisit(planted.context('officer'), known(), plan, { secret })
    if (!outcome.ok) throw new Error(outcome.refusal)
    return outcome.value.visit
  }

  test('stands in everybody’s calendar, is moved, and becomes the visit that was', async () => {
    const visit = await planned()
    expect(await stateOf(visit)).toMatchObject({ on: '2026-12-01', state: 'planned' })
    await planVisit(
      planted.context('colleague'),
      known(),
      { ...plan, on: '2026-11-24', planned: visit },
      { secret },
    )
    expect(await stateOf(visit)).toMatchObject({ on: '2026-11-24', state: 'planned' })
    expect(await finished({ planned: visit, on: '2026-11-24', 'promiseOn-1': '2026-12-04' })).toBe(visit)
    expect(await stateOf(visit)).toMatchObject({ state: 'done' })
  })

  test('is cancelled by its own town hall, once', async () => {
    const visit = await planned()
    for (const who of notOfAle)
      expect((await cancelVisit(planted.context(who), planted.company, visit)).ok).toBe(false)
    expect((await cancelVisit(planted.context('officer'), planted.company, visit)).ok).toBe(true)
    expect(await stateOf(visit)).toMatchObject({ state: 'cancelled' })
    const again = await cancelVisit(planted.context('officer'), planted.company, visit)
    expect(again).toEqual({ ok: false, refusal: 'not-planned' })
  })

  test('is not planned for a day that has been, or for others', async () => {
    const late = await planVisit(
      planted.context('officer'),
      known(),
      { ...plan, on: '2026-11-23' },
      { secret },
    )
    expect(late).toEqual({ ok: false, refusal: 'day-passed' })
    for (const who of notOfAle)
      expect((await planVisit(planted.context(who), known(), plan, { secret })).ok).toBe(false)
  })
})

describe('a promise', () => {
  test('is settled by its town hall, and told anew when it turns out otherwise', async () => {
    const visit = await finished()
    const [promise] = await planted.as('officer', (tx) => promisesIn(tx, { visit }))
    const id = promise?.id ?? ''
    const kept = { outcome: 'kept', because: '' } as const
    for (const who of notOfAle) expect((await settlePromise(planted.context(who), id, kept)).ok).toBe(false)
    expect((await settlePromise(planted.context('colleague'), id, kept)).ok).toBe(true)
    const notKept = { outcome: 'not-kept', because: 'Det drog ut.' } as const
    expect((await settlePromise(planted.context('officer'), id, notKept)).ok).toBe(true)
    const [after] = await planted.as('officer', (tx) => promisesIn(tx, { visit }))
    expect(after).toMatchObject(notKept)
  })
})

async function names(who: Who): Promise<readonly string[]> {
  return (await planted.as(who, (tx) => contactsOf(tx, planted.company))).map(({ name }) => name)
}

describe('a contact person', () => {
  const form = ContactForm.parse({ name: 'Vd (exempel)', email: 'vd@example.org' })

  test('is read where it was written, and elsewhere when it is shared; nobody reads who is gone', async () => {
    const added = await keepContact(planted.context('neighbour'), planted.company, {
      kind: 'add',
      municipality: '1441',
      form,
    })
    const contact = added.ok ? added.value : ''
    expect(await names('neighbour')).toContain('Vd (exempel)')
    for (const who of ['officer', 'coordinator', 'leader', 'visitor'] as const)
      expect(await names(who)).not.toContain('Vd (exempel)')
    const share = { kind: 'edit', contact, form: { ...form, isShared: true } } as const
    expect((await keepContact(planted.context('officer'), planted.company, share)).ok).toBe(false)
    await keepContact(planted.context('neighbour'), planted.company, share)
    for (const who of ['officer', 'coordinator'] as const) expect(await names(who)).toContain('Vd (exempel)')
    expect(await names('leader')).not.toContain('Vd (exempel)')
    // Shared is for reading.
    const refused = await keepContact(planted.context('officer'), planted.company, { kind: 'end', contact })
    expect(refused).toEqual({ ok: false, refusal: 'not-allowed' })
    await keepContact(planted.context('neighbour'), planted.company, { kind: 'end', contact })
    expect(await names('neighbour')).not.toContain('Vd (exempel)')
  })

  test('is not written down for others', async () => {
    for (const who of notOfAle) {
      const deed = { kind: 'add', municipality: '1440', form } as const
      expect((await keepContact(planted.context(who), planted.company, deed)).ok).toBe(false)
    }
  })
})

describe('the facts of a company', () => {
  const facts = { name: 'Nytt namn (exempel)', municipality: '1441', size: null, branch: 'F', number: null }

  test('are changed by all who meet companies, and a number is not given twice', async () => {
    for (const who of ['visitor', 'partner', 'leader', 'operator'] as const)
      expect((await editCompany(planted.context(who), planted.company, facts, secret)).ok).toBe(false)
    expect((await editCompany(planted.context('neighbour'), planted.company, facts, secret)).ok).toBe(true)
    const { companies } = await planted.as('officer', (tx) =>
      companiesIn(tx, { text: '556703', municipality: '1441', branch: 'F', size: '' }, 10),
    )
    expect(companies).toMatchObject([{ name: 'Nytt namn (exempel)', organisationNumber: '5567037485' }])

    const company = { ...facts, name: 'Annat (exempel)' }
    const other = await finishVisit(planted.context('officer'), { kind: 'new', company }, aVisit(), secret)
    const id = other.ok ? other.value.company : ''
    const taken = { ...facts, number: { digits: '5567037485', isSoleTrader: false } }
    expect(await editCompany(planted.context('officer'), id, taken, secret)).toEqual({
      ok: false,
      refusal: 'number-taken',
    })
    expect(
      await editCompany(planted.context('officer'), id, { ...facts, municipality: '9999' }, secret),
    ).toEqual({
      ok: false,
      refusal: 'municipality-unknown',
    })
  })

  test('say when somebody was there last', async () => {
    await finished({ on: '2026-11-20' })
    const { companies } = await planted.as('neighbour', (tx) =>
      companiesIn(tx, { text: 'nytt namn', municipality: '', branch: '', size: '' }, 10),
    )
    const visits = await planted.as('neighbour', (tx) =>
      visitsIn(tx, { company: planted.company, state: 'done' }),
    )
    expect(companies[0]?.lastVisit).toEqual({ on: visits[0]?.on, municipality: '1440' })
  })
})
