import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { form } from '../../../../tests/visits.ts'
import { closeAsk } from '../actions/close-ask.ts'
import { limitHere, plantAsking, sentAsk, typedAsk, type Planted, type Who } from '../testing.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantAsking(database)
})

const list = '/fragor-till-foretag'
const send = async (path: string, typed: Readonly<Record<string, string>>, who: Who = 'officer') =>
  planted.asked(who, path, form(typed))

async function answersKept(): Promise<number> {
  const rows = await database.ownerDb.selectFrom('askAnswer').select('recipientId').execute()
  return rows.length
}

describe('the form', () => {
  test('is for officers and the coordinator; the list is for the network', async () => {
    for (const who of ['officer', 'neighbour', 'coordinator'] as const)
      expect((await planted.asked(who, `${list}/ny`)).status).toBe(200)
    for (const who of ['visitor', 'partner', 'leader', 'operator'] as const) {
      expect((await planted.asked(who, `${list}/ny`)).status).toBe(403)
      expect((await send(`${list}/ny`, { ...typedAsk, do: 'send' }, who)).status).toBe(403)
    }
    for (const who of ['partner', 'leader', 'operator'] as const)
      expect((await planted.asked(who, list)).status).toBe(200)
    expect((await planted.asked('visitor', list)).status).toBe(403)
  })

  test('comes back as it was typed, with what is wrong at its field', async () => {
    const { status, text } = await send(`${list}/ny`, {
      ...typedAsk,
      title: '',
      why: '<i>"kvar"</i>',
      do: 'preview',
    })
    expect(status).toBe(422)
    expect(text).toContain('Skriv en rubrik.')
    expect(text).toContain('&lt;i>')
    const passed = await send(`${list}/ny`, { ...typedAsk, closesOn: '2026-11-01', do: 'preview' })
    expect([passed.status, passed.text.includes('Dagen har redan varit.')]).toEqual([422, true])
    const nobody = await send(`${list}/ny`, { ...typedAsk, 'branch-A': 'on', do: 'send' })
    expect([nobody.status, nobody.text.includes('Inget företag som passar')]).toEqual([422, true])
  })

  test('shows how many are asked and how many are not, and the letter, before anything is sent', async () => {
    await planted.addCompany('a@example.org')
    await planted.addCompany()
    const preview = await send(`${list}/ny`, { ...typedAsk, do: 'preview' })
    expect(preview.text).toContain('Ett företag får frågan.')
    expect(preview.text).toContain('1 har ingen adress som får användas.')
    expect(preview.text).toContain('/fragor-till-foretag/svar/PRIVAT-ADRESS?answer-1=5')
    expect(await database.ownerDb.selectFrom('ask').select('id').execute()).toEqual([])
    const back = await send(`${list}/ny`, { ...typedAsk, do: 'edit' })
    expect(back.text).toContain('value="Hur går det?"')
    const sent = await send(`${list}/ny`, { ...typedAsk, do: 'send' })
    expect(sent.status).toBe(303)
    const { text } = await planted.asked('partner', sent.to)
    expect(text).toContain('0 av 1 har svarat')
    expect(text).toContain('Svaren visas när frågan har stängts.')
    expect(text).not.toContain('Stäng frågan')
  })
})

async function stops(): Promise<number> {
  return (await database.ownerDb.selectFrom('askStop').select('address').execute()).length
}

async function opened(): Promise<{ readonly id: string; readonly path: string }> {
  const company = await planted.addCompany(`${randomUUID()}@example.org`)
  const { id, keys } = await sentAsk(planted)
  return { id, path: `${list}/svar/${keys.get(company) ?? ''}` }
}

describe('the page that a letter leads to', () => {
  test('marks what was pressed in the letter and stores nothing before the button', async () => {
    const { path } = await opened()
    const before = await answersKept()
    for (const method of ['GET', 'HEAD']) await planted.asked('visitor', `${path}?answer-1=4`, { method })
    const { text } = await planted.asked('visitor', `${path}?answer-1=4`)
    expect(text).toMatch(/value="4"[^>]* checked|checked[^>]* value="4"/)
    expect(text.match(/<button/g)).toHaveLength(1)
    expect(await answersKept()).toBe(before)
    expect((await send(path, {}, 'visitor')).status).toBe(422)
    expect((await send(path, { 'answer-1': '4', 'answer-3': 'Ring.' }, 'visitor')).to).toBe(`${path}?saved`)
    expect(await answersKept()).toBe(before + 1)
    const again = await planted.asked('visitor', `${path}?saved`)
    expect(again.text).toContain('Tack! Svaret är sparat.')
    expect(again.text).toContain('Ring.')
    expect(
      (
        await planted.asked(
          'visitor',
          path.replace(list, '/en/questions-to-companies').replace('svar', 'answer'),
        )
      ).text,
    ).toContain('Send the answer')
  })

  test('ends all questions by its button, not by being opened', async () => {
    const { path } = await opened()
    expect((await planted.asked('visitor', `${path}/sluta`)).text).toContain('Sluta fråga mig')
    expect(await stops()).toBe(0)
    for (let times = 0; times < 2; times += 1)
      expect((await send(`${path}/sluta`, {}, 'visitor')).text).toContain('Då frågar vi inte mer')
    expect(await stops()).toBe(1)
  })

  test('shows the results when it is closed, and nothing of a group under five', async () => {
    const { id, path } = await opened()
    await send(path, { 'answer-1': '4' }, 'visitor')
    await closeAsk(planted.context('officer'), id)
    const { text } = await planted.asked('visitor', path)
    expect(text).toContain('Frågan är stängd')
    expect(text).toContain('Färre än fem har svarat')
    expect(await planted.asked('visitor', path, form({ 'answer-1': '1' }))).toMatchObject({ status: 200 })
  })

  test.each(['x', '%00', '..%2F'])('is nowhere for the key %s', async (key) => {
    for (const path of [`${list}/svar/${key}`, `${list}/svar/${key}/sluta`]) {
      expect((await planted.asked('visitor', path)).status).toBe(404)
      expect((await send(path, { 'answer-1': '1' }, 'visitor')).status).toBe(404)
    }
  })
})

describe('how often a company is asked', () => {
  test('is said by the coordinator, as a number that can be', async () => {
    expect((await send(list, { limit: '13' }, 'coordinator')).status).toBe(422)
    expect((await send(list, { limit: 'ofta' }, 'coordinator')).text).toContain('Skriv ett helt tal')
    expect((await send(list, { limit: '3' }, 'officer')).status).toBe(403)
    expect((await send(list, { limit: '3' }, 'coordinator')).status).toBe(303)
    expect(await limitHere(planted)).toBe(3)
  })
})
