import type { Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { CompanyVisit, VisitWord } from './core/visit.ts'
import type { VisitForm } from './core/visit-form.ts'

/** Which visits are asked for. */
interface VisitQuestion {
  readonly company?: string
  readonly municipalities?: readonly string[]
  readonly state?: CompanyVisit['state']
  readonly since?: IsoDay
}

/** The region's calendar, the latest day first. */
export async function visitsIn(
  tx: Tx,
  { company, municipalities, state, since }: VisitQuestion,
  limit = 500,
): Promise<readonly CompanyVisit[]> {
  const rows = await visitRows(tx)
    .$if(company !== undefined, (query) => query.where('companyVisit.companyId', '=', company ?? ''))
    .$if(municipalities !== undefined, (query) =>
      query.where('companyVisit.municipality', 'in', [...(municipalities ?? []), '']),
    )
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'done'))
    .$if(since !== undefined, (query) => query.where('onDay', '>=', since ?? ''))
    .orderBy('onDay', 'desc')
    .orderBy('companyVisit.id')
    .limit(limit)
    .execute()
  return rows.map(visitFrom)
}

/** A visit to that company, if whoever asks may know of it. */
export async function visitWith(tx: Tx, company: string, id: string): Promise<CompanyVisit | undefined> {
  const row = await visitRows(tx)
    .where('companyVisit.companyId', '=', company)
    .where('companyVisit.id', '=', id)
    .executeTakeFirst()
  return row && visitFrom(row)
}

function visitRows(tx: Tx) {
  return tx
    .selectFrom('companyVisit')
    .innerJoin('company', 'company.id', 'companyVisit.companyId')
    .select([
      'companyVisit.id',
      'companyVisit.companyId',
      'company.name',
      'companyVisit.municipality',
      'onDay',
      'state',
      'personId',
      'sharedAt',
      'companyVisit.isExample',
    ])
}

function visitFrom(row: Awaited<ReturnType<ReturnType<typeof visitRows>['execute']>>[number]): CompanyVisit {
  const { companyId, name, onDay, personId, sharedAt, ...rest } = row
  return {
    ...rest,
    company: { id: companyId, name },
    on: onDay,
    person: personId,
    isShared: sharedAt !== null,
  }
}

/** What was written of visits, by their ids, as far as the reader may know. */
export async function wordsOf(tx: Tx, visits: readonly string[]): Promise<ReadonlyMap<string, VisitWord>> {
  if (visits.length === 0) return new Map()
  const rows = await tx
    .selectFrom('visitWord')
    .leftJoin('visitInside', 'visitInside.visitId', 'visitWord.visitId')
    .leftJoin('companyContact', 'companyContact.id', 'visitWord.contactId')
    .leftJoin('person', 'person.id', 'visitWord.finishedBy')
    .select([
      'visitWord.visitId',
      'went',
      'said',
      'hearBack',
      'finishedAt',
      'visitInside.text as inside',
      'companyContact.name as contactName',
      'companyContact.title as contactTitle',
      'person.name as finishedBy',
    ])
    .where('visitWord.visitId', 'in', [...visits])
    .execute()
  return new Map(
    rows.map(({ visitId, contactName, contactTitle, ...word }) => [
      visitId,
      { ...word, contact: contactName === null ? null : { name: contactName, title: contactTitle ?? '' } },
    ]),
  )
}

interface NewVisit {
  readonly networkId: string
  readonly company: string
  readonly municipality: string
  readonly on: IsoDay
  readonly state: 'planned' | 'done'
  readonly isShared: boolean
  readonly at: Date
  readonly by: string
}

export async function addVisit(tx: Tx, visit: NewVisit): Promise<string> {
  const { networkId, company, municipality, on, state, isShared, at, by } = visit
  const { id } = await tx
    .insertInto('companyVisit')
    .values({
      networkId,
      companyId: company,
      municipality,
      onDay: on,
      state,
      personId: by,
      addedAt: at,
      sharedAt: isShared ? at : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Moves a visit on: to another day, to what it became, to more readers. */
export async function moveVisit(
  tx: Tx,
  id: string,
  to: { readonly on?: IsoDay; readonly state?: CompanyVisit['state']; readonly sharedAt?: Date },
): Promise<void> {
  const { on, ...rest } = to
  await tx
    .updateTable('companyVisit')
    .set({ ...rest, ...(on === undefined ? {} : { onDay: on }) })
    .where('id', '=', id)
    .execute()
}

/** Writes what was said at a visit, and what the town hall notes for itself. */
export async function addWords(
  tx: Tx,
  { networkId, visit: visitId }: { readonly networkId: string; readonly visit: string },
  form: Pick<VisitForm, 'went' | 'said' | 'inside' | 'hearBack'> & { readonly contact: string | null },
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  const { went, said, hearBack, contact, inside } = form
  await tx
    .insertInto('visitWord')
    .values({ networkId, visitId, went, said, hearBack, contactId: contact, finishedAt: at, finishedBy: by })
    .execute()
  if (inside !== '') await tx.insertInto('visitInside').values({ networkId, visitId, text: inside }).execute()
}

/** Something that was put right in what was written of a visit. */
export interface Correction {
  readonly id: number
  readonly text: string
  readonly at: Date
  readonly by: string | null
}

/** What was put right afterwards, the oldest first, as far as the reader may know. */
export async function correctionsOf(tx: Tx, visit: string): Promise<readonly Correction[]> {
  return tx
    .selectFrom('visitCorrection')
    .leftJoin('person', 'person.id', 'visitCorrection.correctedBy')
    .select(['visitCorrection.id', 'text', 'correctedAt as at', 'person.name as by'])
    .where('visitId', '=', visit)
    .orderBy('visitCorrection.id')
    .execute()
}

export async function addCorrection(
  tx: Tx,
  { networkId, visit: visitId }: { readonly networkId: string; readonly visit: string },
  text: string,
  { at: correctedAt, by: correctedBy }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await tx
    .insertInto('visitCorrection')
    .values({ networkId, visitId, text, correctedAt, correctedBy })
    .execute()
}
