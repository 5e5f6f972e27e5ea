import { renderToString } from 'preact-render-to-string'
import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction, type Visit } from '#modules/accounts'
import { useTestDatabase } from '../../../../../tests/database.ts'
import { asked, form } from '../../../../../tests/visits.ts'
import { receiveMatter, type Receipt } from '../../actions/receive-matter.ts'
import type { NewMatter } from '../../core/matter.ts'
import { aMatter, plantVoice, secret, type Planted, type Who } from '../../testing.ts'
import { partsSection } from './parts-section.tsx'
import { triageRoutes } from './routes.tsx'

const database = useTestDatabase()
let planted: Planted

beforeAll(async () => {
  planted = await plantVoice(database)
})

async function received(matter: Partial<NewMatter> = {}): Promise<Receipt> {
  const outcome = await receiveMatter(planted.context('visitor'), { ...aMatter, ...matter }, { secret })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

const ask = (who: Who, path: string, fields?: Readonly<Record<string, string>>) =>
  asked(
    { database, network: planted.network },
    planted.context(who).actor,
    triageRoutes({ secret, origin: 'https://samsyn.example.org' }),
    path,
    fields && form(fields),
  )
const addressOf = ({ year, number }: Receipt) => `/arenden/${year}-${number}`

async function section(who: Who, receipt: Receipt): Promise<string> {
  const visit = { ...planted.context(who), locale: 'sv' } as unknown as Visit
  const shown = await partsSection(visit, receipt)
  return shown ? renderToString(shown) : ''
}

test('what waits is the coordinator’s to see, with why and how long there is left', async () => {
  const unsure = await received({ placeKind: 'unsure', places: [], subject: 'Var hör det hemma?' })
  const page = await ask('coordinator', '/arenden/att-fordela')
  expect(page.text).toContain('Var hör det hemma?')
  expect(page.text).toContain('vet inte vilken kommun')
  expect(page.text).toContain('en arbetsdag kvar')
  expect((await ask('officer', '/arenden/att-fordela')).text).not.toContain('Var hör det hemma?')
  for (const who of ['visitor', 'partner', 'leader', 'operator'] as const)
    expect((await ask(who, '/arenden/att-fordela')).status).toBe(403)
  for (const who of ['officer', 'leader', 'partner'] as const)
    expect((await ask(who, `${addressOf(unsure)}/fordela`)).status).toBe(404)

  const nobody = await ask('coordinator', `${addressOf(unsure)}/fordela`, {
    'role-1440': 'contributor',
    reason: 'x',
  })
  expect([nobody.status, nobody.text.includes('Välj en kommun som leder')]).toEqual([422, true])
  const settled = { 'role-1440': 'lead', 'desk-1440': 'service', reason: 'Verkstaden ligger där.', seen: '0' }
  expect((await ask('coordinator', `${addressOf(unsure)}/fordela`, settled)).status).toBe(303)
  const late = await ask('coordinator', `${addressOf(unsure)}/fordela`, {
    ...settled,
    'role-1440': '',
    'role-1441': 'lead',
  })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Verkstaden ligger där.')
})

describe('on a matter’s page', () => {
  test('stands why it came here, in words that still hold when the rules have changed', async () => {
    const { ownerDb } = database
    const rule = {
      topics: ['bygga'],
      localities: ['Nödinge'],
      sizes: [],
      branches: [],
      answers: {},
      desk: 'service',
    }
    const version = (number: number) => ({
      networkId: planted.network.id,
      municipality: '1440',
      version: number,
      rules: JSON.stringify(number === 1 ? [rule] : []),
      savedAt: new Date(),
      savedBy: null,
    })
    await ownerDb.insertInto('routingTable').values(version(1)).execute()
    const receipt = await received()
    expect(await section('officer', receipt)).toContain('En regel avgjorde (version 1): bygga; i Nödinge.')
    await ownerDb.insertInto('routingTable').values(version(2)).execute()
    const after = await section('officer', receipt)
    expect(after).toContain('En regel avgjorde (version 1): bygga; i Nödinge.')
    expect(after).toContain('nu gäller version 2')
    expect(await section('officer', await received())).toContain('hade en enda mottagare')
  })

  test('each speaks for their own, and others read', async () => {
    const receipt = await received({ places: ['1440', '1441'] })
    expect(await section('officer', receipt)).toContain('Ale säger')
    expect(await section('officer', receipt)).not.toContain('Lerum säger')
    expect(await section('coordinator', receipt)).toContain('Fördela om')
    for (const who of ['visitor', 'partner', 'leader', 'operator'] as const)
      expect(await section(who, receipt)).toBe('')
  })

  test('stands how it has moved, by whom and why', async () => {
    const receipt = await received()
    const passed = { municipality: '1440', to: '1441', reason: 'Det är Lerums väg.' }
    expect((await ask('officer', `${addressOf(receipt)}/lamna-over`, passed)).status).toBe(303)
    const shown = await section('neighbour', receipt)
    expect(shown).toContain('officer 1440  (exempel), Ale'.replace('  ', ' '))
    expect(shown).toContain('Lämnades över till Lerum')
    expect(shown).toContain('Det är Lerums väg.')
  })
})

describe('the forms', () => {
  test('say what sharing means before it is done, and what is wrong at its field', async () => {
    const receipt = await received()
    for (const page of ['lamna-over', 'dela']) {
      const shown = await ask('officer', `${addressOf(receipt)}/${page}`)
      expect(shown.text).toContain('inkommen allmän handling')
      const refused = await ask('officer', `${addressOf(receipt)}/${page}`, {
        municipality: '1440',
        reason: 'Mina ord',
      })
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('Det kan inte lämnas till ingen')
      expect(refused.text).toContain('Mina ord')
    }
    const noted = await ask('officer', `${addressOf(receipt)}/hallning`, {
      municipality: '1440',
      stance: 'noted',
    })
    expect([noted.status, noted.text.includes('Ni leder ärendet')]).toEqual([422, true])
    expect(
      (await ask('officer', `${addressOf(receipt)}/hallning`, { municipality: '1440', stance: 'takes' }))
        .status,
    ).toBe(303)
    const same = { municipality: '1440', desk: 'service', reason: 'x' }
    expect((await ask('officer', `${addressOf(receipt)}/mottagare`, same)).text).toContain('står redan där')
  })

  test('warn of what is marked as secret', async () => {
    const receipt = await received()
    await database.ownerDb
      .updateTable('matterText')
      .set({ secrecy: 'OSL 31 kap. 16 §', secrecyAt: new Date() })
      .where('matterId', '=', receipt.id)
      .execute()
    expect((await ask('officer', `${addressOf(receipt)}/dela`)).text).toContain('OSL 31 kap. 16 §')
  })

  test('exist for nobody else', async () => {
    const receipt = await received()
    for (const page of ['lamna-over', 'dela', 'mottagare']) {
      for (const who of ['neighbour', 'leader', 'partner', 'operator'] as const)
        expect((await ask(who, `${addressOf(receipt)}/${page}`)).status).toBe(404)
      for (const who of ['visitor', 'coordinator'] as const)
        expect((await ask(who, `${addressOf(receipt)}/${page}`)).status).toBe(403)
    }
    for (const path of ['/arenden/x/dela', '/arenden/2026-99999999999/dela', '/arenden/2026-999999/dela'])
      expect((await ask('officer', path)).status).toBe(404)
  })

  test('of a matter that is closed do nothing', async () => {
    const receipt = await received()
    await database.ownerDb
      .updateTable('matter')
      .set({ state: 'closed', closedAt: new Date(), outcome: 'solved' })
      .where('id', '=', receipt.id)
      .execute()
    const refused = await ask('officer', `${addressOf(receipt)}/lamna-over`, {
      municipality: '1440',
      to: '1441',
      reason: 'x',
    })
    expect([refused.status, refused.text.includes('är avslutat')]).toEqual([422, true])
    await inTransaction(planted.context('officer'), async (tx) => {
      const parts = await tx
        .selectFrom('matterPart')
        .select('municipality')
        .where('matterId', '=', receipt.id)
        .execute()
      expect(parts).toHaveLength(1)
    })
  })
})
