import { beforeAll, describe, expect, test } from 'vitest'
import { answerRound } from '../src/modules/follow-up/actions/answer-round.ts'
import { freezeRound } from '../src/modules/follow-up/actions/freeze-round.ts'
import { openRound } from '../src/modules/follow-up/actions/open-round.ts'
import { plantRegion, type Planted } from '../src/modules/programme/testing.ts'
import { useTestDatabase } from './database.ts'
import { readPdf, readWorkbook, squeezed, visitedBy } from './report-readers.ts'

/** A frozen round as a report: of the moment when it was frozen, whatever is said afterwards. */

const database = useTestDatabase()
const openedAt = new Date('2026-11-24T09:00:00Z')
const frozenAt = new Date('2026-11-25T14:00:00Z')
const intervention = 'fortbilda-anstallda'
let planted: Planted
let round = ''

async function aleSays(text: string, at: Date, id: string): Promise<void> {
  const { count } = await database.ownerDb
    .selectFrom('word')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('municipality', '=', '1440')
    .where('interventionId', '=', intervention)
    .executeTakeFirstOrThrow()
  const word = {
    status: 'stuck',
    text,
    owner: null,
    deputy: null,
    milestone: null,
    milestoneOn: null,
  } as const
  const forms = new Map([[intervention, { ...word, version: count }]])
  const outcome = await answerRound({ ...planted.context('officer'), now: at }, id, '1440', {
    sending: { kind: 'words', forms, answers: ['En gemensam mall & <tid>.'] },
    seen: 9,
  })
  expect(outcome).toMatchObject({ ok: true })
}

async function opened(name: string): Promise<string> {
  const form = { name: { sv: name, en: '' }, closesOn: '2026-12-11', questions: ['Vad behöver ni?'] }
  const outcome = await openRound({ ...planted.context('coordinator'), now: openedAt }, form)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

beforeAll(async () => {
  planted = await plantRegion(database)
  round = await opened('Hösten 2026')
  await aleSays('Sagt i omgången.', openedAt, round)
  const frozen = { ...planted.context('coordinator'), network: planted.network, now: frozenAt }
  expect(await freezeRound(frozen, round)).toMatchObject({ ok: true })
})

const get = async (path: string) => visitedBy(planted, 'visitor').request(path)
const bytesOf = async (form: string, subject = 'ale') =>
  new Uint8Array(await (await get(`/rapporter/${subject}/${round}.${form}`)).arrayBuffer())

describe('the report of a round', () => {
  test('is listed, named after it, and says who had answered and what', async () => {
    expect(await (await get('/rapporter')).text()).toContain(`/rapporter/regionen/${round}`)
    const page = await (await get(`/rapporter/regionen/${round}`)).text()
    for (const told of [
      'Hösten 2026',
      'Sagt i omgången.',
      'En gemensam mall &amp; &lt;tid>.',
      'Väntar på ledningen',
      'Har inte svarat',
    ])
      expect(page).toContain(told)
    expect(await (await get(`/en/reports/region/${round}`)).text()).toContain('Waits for the leadership')
  })

  test('about a municipality holds its own answer alone', async () => {
    const page = await (await get(`/rapporter/lerum/${round}`)).text()
    expect(page).toContain('Har inte svarat')
    expect(page).not.toContain('mall &amp; &lt;tid')
  })

  test('as files says the same to readers that know nothing of how they were written', async () => {
    const pdf = await readPdf(await bytesOf('pdf'))
    expect(pdf.text).toContain(squeezed('En gemensam mall & <tid>.'))
    expect(pdf.text).toContain(squeezed('Sagt i omgången.'))
    const sheets = readWorkbook(await bytesOf('xlsx'))
    expect(sheets.map(({ name }) => name)).toContain('Svar i omgången')
  })

  test('is the same, byte for byte, when more has been said since', async () => {
    const before = await Promise.all(['pdf', 'docx', 'pptx', 'xlsx'].map(async (form) => bytesOf(form)))
    await aleSays('Sagt långt efteråt.', new Date('2026-11-25T15:00:00Z'), await opened('Våren 2027'))
    const after = await Promise.all(['pdf', 'docx', 'pptx', 'xlsx'].map(async (form) => bytesOf(form)))
    expect(after).toEqual(before)
    expect(await (await get(`/rapporter/ale/${round}`)).text()).not.toContain('Sagt långt efteråt.')
  })

  test('is not there while the round is open', async () => {
    expect((await get('/rapporter/ale/varen-2027')).status).toBe(404)
  })
})
