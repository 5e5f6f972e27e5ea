import { renderToString } from 'preact-render-to-string'
import { beforeAll, expect, test } from 'vitest'
import { inTransaction, type Visit } from '../src/modules/accounts/index.ts'
import { companySection } from '../src/modules/companies/index.ts'
import { companyOfMatter, mattersOf } from '../src/modules/companies/history-store.ts'
import { receiveMatter } from '../src/modules/matters/index.ts'
import type { NewMatter } from '../src/modules/matters/core/matter.ts'
import { aMatter, plantVoice, secret, type Planted, type Who } from '../src/modules/matters/testing.ts'
import { candidatesFor } from '../src/modules/asking/recipient-store.ts'
import { networkForHost } from '../src/modules/region/index.ts'
import { testNow } from './people.ts'
import { useTestDatabase } from './database.ts'

/** What the database shows of a company's matters in its history, and of the addresses that came with them. */

const database = useTestDatabase()
let planted: Planted
let company = ''
const received = new Map<string, string>()
beforeAll(async () => {
  planted = await plantVoice(database)
  const send = async (name: string, matter: Partial<NewMatter>) => {
    const sent = await receiveMatter(planted.context('visitor'), { ...aMatter, ...matter }, { secret })
    if (!sent.ok) throw new Error(sent.refusal)
    received.set(name, sent.value.id)
  }
  const sealed = { ...aMatter.sender, nameFor: 'answerer' } as NewMatter['sender']
  await send('ale', {})
  await send('lerum', { places: ['1441'] })
  await send('both, sealed', { places: ['1440', '1441'], sender: sealed })
  const row = await database.ownerDb.selectFrom('company').select('id').executeTakeFirstOrThrow()
  company = row.id
})

async function history(who: Who): Promise<readonly string[]> {
  const matters = await inTransaction(planted.context(who), (tx) => mattersOf(tx, company))
  const names = matters.map(({ id }) => [...received].find(([, known]) => known === id)?.[0] ?? '')
  return names.toSorted()
}

test('a matter stands in its company’s history for those who may see it and know who sent it', async () => {
  // The company has its seat in Ale, which leads the one for both.
  expect(await history('officer')).toEqual(['ale', 'both, sealed'])
  expect(await history('neighbour')).toEqual(['lerum'])
  expect(await history('coordinator')).toEqual(['ale', 'lerum'])
  for (const who of ['visitor', 'partner', 'leader', 'operator'] as const)
    expect(await history(who)).toEqual([])
})

async function companyBehind(who: Who, name: string): Promise<string | null> {
  return inTransaction(planted.context(who), (tx) => companyOfMatter(tx, received.get(name) ?? ''))
}

test('the company behind a matter is nobody’s to learn from the matter’s number', async () => {
  expect(await companyBehind('officer', 'ale')).toBe(company)
  expect(await companyBehind('neighbour', 'ale')).toBeNull()
  expect(await companyBehind('neighbour', 'both, sealed')).toBeNull()
  expect(await companyBehind('coordinator', 'both, sealed')).toBeNull()
})

async function section(who: Who, name: string): Promise<string | null> {
  const { network } = planted
  const found = await networkForHost(database.db, `prov-${network.id.slice(0, 8)}.example.org`)
  if (!found) throw new Error('no network')
  const visit = { ...planted.context(who), network: found, locale: 'sv' } as Visit
  const node = await companySection(visit, { id: received.get(name) ?? '', year: 2026, number: 1 })
  return node && renderToString(node)
}

test('the section beside a matter tells of its company’s other matters to those who know the sender, and is nothing to others', async () => {
  expect(await section('officer', 'ale')).toContain('Andra ärenden')
  expect(await section('neighbour', 'lerum')).toContain('Inget är känt utöver det här ärendet.')
  expect(await section('neighbour', 'ale')).toBeNull()
  expect(await section('coordinator', 'both, sealed')).toBeNull()
  expect(await section('leader', 'ale')).toBeNull()
})

test('an address that came with a matter is used for asking by those who have a part in it, and not when it was sealed', async () => {
  const everybody = { municipalities: [], branches: [], sizes: [] }
  const addresses = async (who: Who, now = testNow) => {
    const found = await inTransaction(planted.context(who), (tx) => candidatesFor(tx, everybody, now))
    return found.flatMap(({ addresses: known }) => known)
  }
  const byMatter = { email: 'agare@example.org', ground: 'matter', isStopped: false }
  expect(await addresses('officer')).toEqual([byMatter])
  expect(await addresses('neighbour')).toEqual([byMatter])
  expect(await addresses('coordinator')).toEqual([byMatter, byMatter])
  expect(await addresses('officer', new Date('2028-11-25T08:00:00Z'))).toEqual([])
  expect(await addresses('leader')).toEqual([])
})
