import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '#modules/accounts'
import { cellGrid } from '#modules/programme'
import { useTestDatabase } from '../../../../tests/database.ts'
import { waitingJobs } from '../../../../tests/people.ts'
import { useStatus } from '../../../../tests/statuses.ts'
import { reportFrom } from '../core/report.ts'
import { answersOf, draftOf, reportOf, roundWith } from '../store.ts'
import { aWord, everything, people, plantRound, type Planted, type Who } from '../testing.ts'
import { answerRound, type Sending } from './answer-round.ts'
import { freezeRound } from './freeze-round.ts'
import { keepDraft } from './keep-draft.ts'
import { moveDeadline } from './move-deadline.ts'
import { openRound } from './open-round.ts'
import { settleAnswer, type Settling } from './settle-answer.ts'

const database = useTestDatabase()
const now = new Date('2026-11-24T09:00:00Z')
const later = new Date('2026-12-01T09:00:00Z')
const afterwards = new Date('2026-12-14T09:00:00Z')
const form = {
  name: { sv: 'Uppföljning hösten 2026', en: '' },
  closesOn: '2026-12-11',
  questions: ['Vad behöver ni?'],
}
const ale = '1440'
const write = () => ({ subject: 'Skickat tillbaka', body: 'Se över läget.' })

let planted: Planted
beforeAll(async () => {
  planted = await plantRound(database)
})

async function opened(at = now): Promise<string> {
  const outcome = await openRound(planted.context('coordinator', at), form)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

async function versionOf(intervention: string): Promise<number> {
  const grid = await inTransaction(planted.context('visitor', now), async (tx) =>
    cellGrid(tx, { municipality: ale, intervention }),
  )
  return grid.entries[0]?.cell?.version ?? 0
}

const saying = async (said: Parameters<typeof aWord>[0] = {}): Promise<Sending> => ({
  kind: 'words',
  forms: new Map([['a', aWord({ version: await versionOf('a'), ...said })]]),
  answers: ['En gemensam mall.'],
})

const answer = async (who: Who, round: string, sending: Sending, seen = 9, at = later) =>
  answerRound(planted.context(who, at), round, ale, { sending, seen })

const settle = async (who: Who, round: string, settling: Partial<Settling> = {}) =>
  settleAnswer(planted.context(who, later), round, ale, {
    settling: { number: 1, verdict: 'confirmed', note: '', ...settling },
    write,
  })

const stands = async (round: string) =>
  inTransaction(planted.context('leader', afterwards), async (tx) => ({
    round: await roundWith(tx, round),
    answer: (await answersOf(tx, round)).get(ale),
  }))

async function expectNothingLeft(attempt: () => Promise<unknown>): Promise<void> {
  const before = await everything(database, planted.network.id)
  await attempt()
  expect(await everything(database, planted.network.id)).toEqual(before)
}

const useStopped = async (isUsed: boolean) =>
  useStatus(database, { networkId: planted.network.id, id: 'stopped' }, isUsed)

const except = (...able: readonly Who[]) => people.filter((who) => !able.includes(who))

describe('opening a round', () => {
  it('asks every municipality, tells the log, and has the letters written', async () => {
    const letters = await waitingJobs(database, 'follow-up.tell-of-round')
    const before = await everything(database, planted.network.id)
    const round = await opened()
    expect(round).toBe('uppfoljning-hosten-2026')
    expect((await stands(round)).round).toMatchObject({ ...form, openedAt: now, frozenAt: null })
    const after = await everything(database, planted.network.id)
    expect(after['auditEntry']).toBe((before['auditEntry'] ?? 0) + 1)
    expect(await waitingJobs(database, 'follow-up.tell-of-round')).toBe(letters + 1)
  })

  it('gives the second of one name another address', async () => {
    expect(await opened()).toMatch(/^uppfoljning-hosten-2026-\d$/)
  })

  it.each(except('coordinator'))('is refused the %s', async (who) => {
    await expectNothingLeft(async () =>
      expect(await openRound(planted.context(who, now), form)).toEqual({ ok: false, refusal: 'not-allowed' }),
    )
  })

  it.each([
    ['2026-11-24', 'day-passed'],
    ['2028-01-01', 'day-too-far'],
  ])('until %s is refused: %s', async (closesOn, refusal) => {
    await expectNothingLeft(async () =>
      expect(await openRound(planted.context('coordinator', now), { ...form, closesOn })).toEqual({
        ok: false,
        refusal,
      }),
    )
  })
})

describe('moving the last day', () => {
  it('is the coordinator’s, and is told', async () => {
    const round = await opened()
    expect(await moveDeadline(planted.context('coordinator', later), round, '2026-12-18')).toMatchObject({
      ok: true,
    })
    expect((await stands(round)).round?.closesOn).toBe('2026-12-18')
  })

  it.each(except('coordinator'))('is refused the %s', async (who) => {
    const round = await opened()
    await expectNothingLeft(async () => moveDeadline(planted.context(who, later), round, '2026-12-18'))
    expect((await stands(round)).round?.closesOn).toBe(form.closesOn)
  })

  it('is refused into the past, of a round that is not, and of one that is frozen', async () => {
    const round = await opened()
    const move = async (id: string, day: string) =>
      moveDeadline(planted.context('coordinator', later), id, day)
    expect(await move(round, '2026-12-01')).toEqual({ ok: false, refusal: 'day-passed' })
    expect(await move('ingen', '2026-12-18')).toEqual({ ok: false, refusal: 'round-unknown' })
    await freezeRound(planted.context('coordinator', later), round)
    expect(await move(round, '2026-12-18')).toEqual({ ok: false, refusal: 'round-frozen' })
  })
})

describe('answering', () => {
  it('says the words in the matrix and notes the answer, with an entry for each', async () => {
    const round = await opened()
    const before = await everything(database, planted.network.id)
    expect(await answer('officer', round, await saying())).toEqual({ ok: true, value: null })
    const after = await everything(database, planted.network.id)
    expect(after['word']).toBe((before['word'] ?? 0) + 1)
    expect(after['auditEntry']).toBe((before['auditEntry'] ?? 0) + 2)
    expect((await stands(round)).answer).toMatchObject({
      number: 1,
      answers: ['En gemensam mall.'],
      isUnchanged: false,
      answeredAt: later,
      verdict: null,
    })
  })

  it('with nothing changed says every word of its own again', async () => {
    const round = await opened()
    await answer('officer', round, await saying({ text: 'Så här är det.' }))
    const version = await versionOf('a')
    expect(await answer('officer', round, { kind: 'unchanged' }, 9, afterwards)).toMatchObject({ ok: true })
    expect(await versionOf('a')).toBe(version + 1)
    expect((await stands(round)).answer).toMatchObject({ number: 2, isUnchanged: true, answers: [''] })
    const grid = await inTransaction(planted.context('officer', now), async (tx) =>
      cellGrid(tx, { municipality: ale, intervention: 'a' }),
    )
    expect(grid.entries[0]?.cell).toMatchObject({ text: 'Så här är det.', saidAt: afterwards })
  })

  it('with nothing changed drops an owner who has left', async () => {
    const round = await opened()
    const gone = planted.actors.colleague?.personId ?? ''
    await answer('officer', round, await saying({ owner: gone }))
    const grants = (revokedAt: Date | null) =>
      database.ownerDb.updateTable('roleGrant').set({ revokedAt }).where('personId', '=', gone).execute()
    await grants(later)
    expect(await answer('officer', round, { kind: 'unchanged' })).toMatchObject({ ok: true })
    await grants(null)
    const grid = await inTransaction(planted.context('officer', now), async (tx) =>
      cellGrid(tx, { municipality: ale, intervention: 'a' }),
    )
    expect(grid.entries[0]?.cell?.owner).toBeNull()
  })

  it.each(except('officer', 'colleague'))('is refused the %s', async (who) => {
    const round = await opened()
    const sending = await saying()
    await expectNothingLeft(async () =>
      expect(await answer(who, round, sending)).toEqual({ ok: false, refusal: { why: 'not-allowed' } }),
    )
  })

  it('is all or nothing: one word that cannot be said stops the others', async () => {
    const round = await opened()
    const sending: Sending = {
      kind: 'words',
      forms: new Map([
        ['a', aWord({ version: await versionOf('a') })],
        ['b', aWord({ version: 77 })],
      ]),
      answers: [''],
    }
    await expectNothingLeft(async () =>
      expect(await answer('officer', round, sending)).toEqual({
        ok: false,
        refusal: { why: 'words', words: new Map([['b', 'changed-meanwhile']]) },
      }),
    )
  })

  it('says nothing in a status that is out of use, but keeps what stands in it', async () => {
    const round = await opened()
    await answer('officer', round, await saying())
    await useStopped(false)
    await expectNothingLeft(async () =>
      expect(await answer('officer', round, await saying({ status: 'stopped' }))).toEqual({
        ok: false,
        refusal: { why: 'words', words: new Map([['a', 'status-out-of-use']]) },
      }),
    )
    await useStopped(true)
    await answer('officer', round, await saying({ status: 'stopped' }))
    await useStopped(false)
    expect(await answer('officer', round, { kind: 'unchanged' })).toMatchObject({ ok: true })
    await useStopped(true)
    await answer('officer', round, await saying())
  })

  it('nothing at all is no answer', async () => {
    const round = await opened()
    await expectNothingLeft(async () =>
      expect(await answer('officer', round, { kind: 'words', forms: new Map(), answers: ['', ''] })).toEqual({
        ok: false,
        refusal: { why: 'nothing-to-say' },
      }),
    )
  })

  it('is refused once the round is frozen, and in a round that is not', async () => {
    const round = await opened()
    const sending = await saying()
    expect(await answer('officer', 'ingen', sending)).toEqual({
      ok: false,
      refusal: { why: 'round-unknown' },
    })
    await freezeRound(planted.context('coordinator', later), round)
    await expectNothingLeft(async () =>
      expect(await answer('officer', round, sending)).toEqual({
        ok: false,
        refusal: { why: 'round-frozen' },
      }),
    )
  })

  it('of two who freeze and answer at once, either the answer is in the report or it is refused', async () => {
    const round = await opened()
    const sending = await saying({ text: 'I sista stund.' })
    const [sent] = await Promise.all([
      answer('officer', round, sending),
      freezeRound(planted.context('coordinator', later), round),
    ])
    const report = await frozenReport(round)
    const isIn = report.municipalities.some(({ code, state }) => code === ale && state === 'answered')
    expect(isIn).toBe(sent.ok)
  })
})

const keep = async (who: Who, round: string, seen: number, text = 'Halvvägs') =>
  keepDraft(planted.context(who, later), round, ale, { typed: { 'text-a': text }, seen })
const draft = async (who: Who, round: string) =>
  inTransaction(planted.context(who, later), async (tx) =>
    draftOf(tx, { networkId: planted.network.id, round, municipality: ale }),
  )

describe('a draft', () => {
  it('is kept for the officers of the municipality, and for nobody else', async () => {
    const round = await opened()
    expect(await keep('officer', round, 0)).toEqual({ ok: true, value: 1 })
    expect(await draft('colleague', round)).toMatchObject({ typed: { 'text-a': 'Halvvägs' }, version: 1 })
    for (const who of except('officer', 'colleague')) expect(await draft(who, round)).toBeUndefined()
  })

  it.each(except('officer', 'colleague'))('is not kept for the %s', async (who) => {
    const round = await opened()
    await expectNothingLeft(async () => keep(who, round, 0))
  })

  it('of a colleague is not written over unseen, neither by saving nor by sending', async () => {
    const round = await opened()
    await keep('officer', round, 0)
    expect(await keep('officer', round, 0, 'Mer')).toEqual({ ok: true, value: 2 })
    expect(await keep('colleague', round, 0)).toEqual({ ok: false, refusal: 'draft-changed' })
    const sending = await saying()
    expect(await answer('colleague', round, sending, 0)).toEqual({
      ok: false,
      refusal: { why: 'draft-changed' },
    })
    expect(await draft('officer', round)).toMatchObject({ typed: { 'text-a': 'Mer' } })
    expect(await keep('colleague', round, 2)).toEqual({ ok: true, value: 3 })
  })

  it('is emptied when the answer is sent', async () => {
    const round = await opened()
    await keep('officer', round, 0)
    await answer('officer', round, await saying(), 1)
    expect(await draft('officer', round)).toMatchObject({ typed: null, version: 2 })
  })

  it('is refused in a frozen round', async () => {
    const round = await opened()
    await freezeRound(planted.context('coordinator', later), round)
    expect(await keep('officer', round, 0)).toEqual({ ok: false, refusal: 'round-frozen' })
  })
})

async function answered(): Promise<string> {
  const round = await opened()
  await answer('officer', round, await saying())
  return round
}

describe('what the leader says', () => {
  it('confirms the answer', async () => {
    const round = await answered()
    expect(await settle('leader', round)).toMatchObject({ ok: true })
    expect((await stands(round)).answer?.verdict).toMatchObject({ verdict: 'confirmed', givenAt: later })
  })

  it('sends it back, with a letter to each officer; a new answer waits for the leader again', async () => {
    const round = await answered()
    const before = await everything(database, planted.network.id)
    expect(await settle('leader', round, { verdict: 'sent-back', note: 'Siffran är fel.' })).toMatchObject({
      ok: true,
    })
    const after = await everything(database, planted.network.id)
    expect(after['mailMessage']).toBe((before['mailMessage'] ?? 0) + 2)
    await answer('officer', round, await saying())
    expect((await stands(round)).answer).toMatchObject({ number: 2, verdict: null })
  })

  it.each(except('leader'))('is not the %s’s to say', async (who) => {
    const round = await answered()
    await expectNothingLeft(async () =>
      expect(await settle(who, round)).toEqual({ ok: false, refusal: 'not-allowed' }),
    )
  })

  it.each<[Partial<Settling>, string]>([
    [{ verdict: 'sent-back', note: '' }, 'note-missing'],
    [{ number: 2 }, 'answered-again'],
  ])('%j is refused: %s', async (settling, refusal) => {
    const round = await answered()
    await expectNothingLeft(async () =>
      expect(await settle('leader', round, settling)).toEqual({ ok: false, refusal }),
    )
  })

  it('is said once, of an answer that is there, while the round is open', async () => {
    const round = await opened()
    expect(await settle('leader', round)).toEqual({ ok: false, refusal: 'not-answered' })
    await answer('officer', round, await saying())
    await settle('leader', round)
    expect(await settle('leader', round)).toEqual({ ok: false, refusal: 'settled-already' })
    await freezeRound(planted.context('coordinator', later), round)
    expect(await settle('leader', round)).toEqual({ ok: false, refusal: 'round-frozen' })
    expect(await settle('leader', 'ingen')).toEqual({ ok: false, refusal: 'round-unknown' })
  })
})

async function frozenBytes(round: string): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> {
  const report = await inTransaction(planted.context('visitor', afterwards), async (tx) =>
    reportOf(tx, round),
  )
  if (!report) throw new Error('The round is not frozen')
  return report
}

async function frozenReport(round: string) {
  return reportFrom((await frozenBytes(round)).bytes)
}

describe('freezing', () => {
  it.each(except('coordinator'))('is refused the %s', async (who) => {
    const round = await opened()
    await expectNothingLeft(async () =>
      expect(await freezeRound(planted.context(who, later), round)).toEqual({
        ok: false,
        refusal: 'not-allowed',
      }),
    )
  })

  it('keeps what stood there, who had answered and who was silent, and no name', async () => {
    const round = await opened()
    const owner = planted.actors.officer
    await answer('officer', round, await saying({ text: 'Före frysningen.', owner: owner?.personId ?? null }))
    expect(await freezeRound(planted.context('coordinator', afterwards), round)).toMatchObject({ ok: true })
    const report = await frozenReport(round)
    expect(report.round).toMatchObject({
      id: round,
      questions: form.questions,
      frozenAt: afterwards.toISOString(),
    })
    expect(report.municipalities).toMatchObject([
      { code: ale, state: 'answered', isLate: false, answers: ['En gemensam mall.'] },
      { code: '1441', state: 'silent', answeredAt: null, answers: [] },
    ])
    expect(report.cells).toContainEqual(
      expect.objectContaining({ intervention: 'a', text: 'Före frysningen.' }),
    )
    expect(report.statuses?.[1]).toMatchObject({ id: 'on-plan', name: { sv: 'Enligt plan', en: 'On plan' } })
    const text = JSON.stringify(report)
    const everybody = Object.values(planted.actors).filter((person) => person !== null)
    for (const { name, personId } of everybody)
      for (const told of [name, personId]) expect(text).not.toContain(told)
  })

  it('marks as late what came after the last day', async () => {
    const round = await opened()
    await answer('officer', round, await saying(), 9, afterwards)
    await freezeRound(planted.context('coordinator', afterwards), round)
    expect((await frozenReport(round)).municipalities[0]).toMatchObject({ isLate: true })
  })

  it('is for ever: the bytes are the same whatever happens afterwards, and their sum is what it says', async () => {
    const round = await opened()
    await answer('officer', round, await saying())
    await freezeRound(planted.context('coordinator', later), round)
    const before = await frozenBytes(round)
    expect(createHash('sha256').update(before.bytes).digest('hex')).toBe(before.sha256)
    const other = await opened(later)
    await answer('officer', other, await saying({ text: 'Något helt annat.' }), 9, afterwards)
    expect(await freezeRound(planted.context('coordinator', afterwards), round)).toEqual({
      ok: false,
      refusal: 'round-frozen',
    })
    expect(await frozenBytes(round)).toEqual(before)
  })
})
