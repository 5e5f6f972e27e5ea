import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#modules/accounts'
import { useTestDatabase } from '../../../../tests/database.ts'
import { addTestActor, addTestNetwork, testNow, type TestNetwork } from '../../../../tests/people.ts'
import { asked, form } from '../../../../tests/visits.ts'
import type { KeptMatters, PastMatter } from '../kept-matters.ts'
import { plantRouting } from '../seed.ts'
import { routingRoutes } from './routes.tsx'

const database = useTestDatabase()
let network: TestNetwork
const people = new Map<string, Actor | null>([['visitor', null]])
const said = (sv: string) => ({ sv, en: `${sv} (en)` })

const bareTopic = (id: string) => ({ id, name: said(id), hint: said(''), questions: [] })

const past: PastMatter[] = ['bygga', 'annat'].map((topic, at) => ({
  id: String(at),
  number: `2026-${at + 1}`,
  subject: `Om att ${topic}`,
  facts: { topic, locality: '', size: null, branch: null, answers: {} },
}))
/** What the matters' own module answers, as this test wants it. */
const kept = { standing: 0, moved: [] as string[] }
const keptMatters: KeptMatters = {
  past: async () => past,
  standingAt: async () => kept.standing,
  moveAll: async (_tx, _doing, { to }) => {
    kept.moved.push(to)
  },
}

beforeAll(async () => {
  network = await addTestNetwork(database)
  for (const [who, role, municipality] of [
    ['officer', 'officer', '1440'],
    ['neighbour', 'officer', '1441'],
    ['leader', 'leader', '1440'],
    ['partner', 'partner', null],
    ['coordinator', 'coordinator', null],
  ] as const)
    people.set(who, await addTestActor(database, network.id, role, municipality))
  await database.ownerDb.transaction().execute((tx) =>
    plantRouting(
      tx,
      network.id,
      {
        desk: { id: 'service', name: 'Näringslivsservice' },
        topics: [bareTopic('bygga'), bareTopic('annat')],
      },
      new Map([['officer-ale', people.get('officer')?.personId ?? '']]),
    ),
  )
})

const ask = (who: string, path: string, fields?: Readonly<Record<string, string>>) =>
  asked(
    { database, network },
    people.get(who) ?? null,
    routingRoutes(keptMatters),
    path,
    fields && form(fields),
  )

const rules = '/mottagare/ale/regler'
const row = { 'row-1': '', 'topic-1.bygga': 'on', 'desk-1': 'service', version: '0' }
const triedIn = (text: string) =>
  /name="tried" value="([^"]*)"/.exec(text)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&') ?? ''

async function versions(): Promise<number> {
  const found = await database.ownerDb
    .selectFrom('routingTable')
    .select('version')
    .where('networkId', '=', network.id)
    .execute()
  return found.length
}

describe('who takes what', () => {
  test('is public; who answers there and by which rules is for members', async () => {
    const visitor = await ask('visitor', '/mottagare/ale')
    expect(visitor.text).toContain('Näringslivsservice')
    expect(visitor.text).not.toContain('officer 1440')
    expect(visitor.text).not.toContain('Ändra')
    expect((await ask('visitor', '/en/desks')).text).toContain('Näringslivsservice')
    const member = await ask('partner', '/mottagare/ale')
    expect(member.text).toContain('officer 1440')
    expect((await ask('visitor', '/mottagare/ingenstans')).status).toBe(404)
  })

  test.each(['visitor', 'partner', 'neighbour', 'leader', 'coordinator'])(
    'is not the %s’s to say',
    async (who) => {
      for (const path of [rules, '/mottagare/ale/ny', '/mottagare/ale/service']) {
        expect((await ask(who, path)).status, path).toBe(403)
        expect((await ask(who, path, { ...row, name: 'X', do: 'save' })).status, path).toBe(403)
      }
      expect(await versions()).toBe(0)
    },
  )
})

describe('desks', () => {
  test('are opened, renamed once seen, and closed when nothing is left there', async () => {
    expect((await ask('officer', '/mottagare/ale/ny', { name: '' })).text).toContain(
      'Skriv vad mottagaren heter',
    )
    const stranger = { name: 'Bygglov', owner: people.get('neighbour')?.personId ?? '' }
    expect((await ask('officer', '/mottagare/ale/ny', stranger)).text).toContain('inte längre någon roll')
    expect((await ask('officer', '/mottagare/ale/ny', { name: 'Bygglov' })).status).toBe(303)
    expect((await ask('officer', '/mottagare/ale/ny', { name: 'Bygglov' })).text).toContain('heter redan så')

    const blind = await ask('officer', '/mottagare/ale/bygglov', { name: 'Bygg' })
    expect(blind.status).toBe(409)
    expect(blind.text).toContain('value="Bygg"')
    const seen = JSON.stringify(['Bygglov', null, null])
    expect((await ask('officer', '/mottagare/ale/bygglov', { name: 'Bygg', seen })).status).toBe(303)

    kept.standing = 2
    const close = await ask('officer', '/mottagare/ale/bygglov', { do: 'close' })
    expect([close.status, close.text.includes('Välj vart de pågående')]).toEqual([422, true])
    expect((await ask('officer', '/mottagare/ale/bygglov', { do: 'close', to: 'service' })).status).toBe(303)
    expect(kept.moved).toEqual(['service'])
    kept.standing = 0
    expect((await ask('officer', '/mottagare/ale/bygglov')).status).toBe(404)
  })
})

describe('rules', () => {
  test('are tried before they are saved, and just as they were tried', async () => {
    const untried = await ask('officer', rules, { ...row, do: 'save', why: 'Därför' })
    expect(untried.status).toBe(422)
    expect(untried.text).toContain('sedan de prövades')
    expect(await versions()).toBe(0)

    await ask('officer', '/mottagare/ale/ny', { name: 'Bygg igen' })
    const there = { ...row, 'desk-1': 'bygg-igen' }
    const tried = await ask('officer', rules, there)
    expect(tried.text).toContain('Ett hade gått någon annanstans')
    expect(tried.text).toContain('Till ett hade ingen mottagare hittats')
    expect(tried.text).toContain('Om att bygga')
    const mark = triedIn(tried.text)
    const other = { ...there, 'topic-1.annat': 'on', tried: mark, do: 'save', why: 'x' }
    expect((await ask('officer', rules, other)).status).toBe(422)
    const noReason = await ask('officer', rules, { ...there, tried: mark, do: 'save' })
    expect(noReason.text).toContain('Skriv varför reglerna ändras')
    expect(await versions()).toBe(0)

    expect((await ask('officer', rules, { ...there, tried: mark, do: 'save', why: 'Därför' })).status).toBe(
      303,
    )
    expect(await versions()).toBe(1)
    const page = await ask('officer', '/mottagare/ale')
    expect(page.text).toContain('Därför')
    expect((await ask('officer', '/mottagare/ale/bygg-igen', { do: 'close' })).text).toContain(
      'Reglerna pekar på',
    )
  })

  test('of two who write at once the second sees the first’s, and loses nothing typed', async () => {
    const late = { ...row, 'localities-1': 'Nödinge', why: 'Min orsak', do: 'save' }
    const tried = triedIn((await ask('officer', rules, { ...late, do: 'try' })).text)
    const conflict = await ask('officer', rules, { ...late, tried })
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Någon annan har sparat nya regler')
    expect(conflict.text).toContain('value="Nödinge"')
    // Having seen it, they try against what holds now and save theirs instead.
    const again = await ask('officer', rules, { ...late, version: '1', do: 'try' })
    const saved = await ask('officer', rules, { ...late, version: '1', tried: triedIn(again.text) })
    expect(saved.status).toBe(303)
  })

  test('of an earlier version can be taken up again', async () => {
    const page = await ask('officer', `${rules}?version=1`)
    expect(page.text).toContain('ur version 1')
    expect(page.text).toContain('name="version" value="2"')
    expect(page.text).toMatch(/value="bygg-igen"[^>]*selected|selected[^>]*value="bygg-igen"/)
  })

  test('get another row, or say at the row what is wrong', async () => {
    const added = await ask('officer', rules, { ...row, do: 'add' })
    expect(added.text).toContain('name="row-2"')
    const wrong = await ask('officer', rules, { ...row, 'desk-1': '', 'localities-1': '!' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Välj vart ärendet ska gå')
    expect(wrong.text).toContain('bokstäver eller siffror')
  })
})

const storedTopics = () =>
  database.ownerDb
    .selectFrom('topic')
    .select(['id', 'questions', 'retiredAt'])
    .where('networkId', '=', network.id)
    .orderBy('position')
    .execute()

describe('topics', () => {
  const topic = {
    nameSv: 'Skyltar',
    nameEn: 'Signs',
    'question-1-sv': 'Var?',
    'question-1-en': 'Where?',
    'choice-1-1-sv': 'Inne',
    'choice-1-1-en': 'Inside',
    'choice-1-2-sv': 'Ute',
    'choice-1-2-en': 'Outside',
  }
  test.each(['visitor', 'partner', 'officer', 'leader'])('are not the %s’s', async (who) => {
    for (const path of ['/mottagare/amnen', '/mottagare/amnen/nytt', '/mottagare/amnen/bygga']) {
      expect((await ask(who, path)).status).toBe(403)
      expect((await ask(who, path, { ...topic, topic: 'bygga', do: 'down' })).status).toBe(403)
    }
    expect((await storedTopics()).map(({ id }) => id)).toEqual(['bygga', 'annat'])
  })

  test('are added, renamed with their ids kept, moved and retired by the coordinator', async () => {
    expect((await ask('coordinator', '/mottagare/amnen/nytt', { ...topic, nameEn: '' })).text).toContain(
      'på båda språken',
    )
    const few = { ...topic, 'choice-1-2-sv': '', 'choice-1-2-en': '' }
    expect((await ask('coordinator', '/mottagare/amnen/nytt', few)).text).toContain('minst två svar')
    expect((await ask('coordinator', '/mottagare/amnen/nytt', topic)).status).toBe(303)
    const page = await ask('coordinator', '/mottagare/amnen/skyltar')
    const seen = /name="seen" value="([^"]*)"/.exec(page.text)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const renamed = {
      ...topic,
      seen,
      'question-1-id': 'var',
      'choice-1-1-id': 'inne',
      'choice-1-1-sv': 'Inomhus',
      'choice-1-2-id': 'ute',
    }
    expect((await ask('coordinator', '/mottagare/amnen/skyltar', { ...renamed, seen: '' })).status).toBe(409)
    expect((await ask('coordinator', '/mottagare/amnen/skyltar', renamed)).status).toBe(303)
    expect((await storedTopics()).at(-1)?.questions).toMatchObject([
      { id: 'var', choices: [{ id: 'inne', text: { sv: 'Inomhus' } }, { id: 'ute' }] },
    ])
    await ask('coordinator', '/mottagare/amnen', { topic: 'skyltar', do: 'up' })
    expect((await storedTopics()).map(({ id }) => id)).toEqual(['bygga', 'skyltar', 'annat'])
    await ask('coordinator', '/mottagare/amnen/skyltar', { do: 'retire' })
    expect((await storedTopics())[1]?.retiredAt).toEqual(testNow)
    await ask('coordinator', '/mottagare/amnen/skyltar', { do: 'bring-back' })
    expect((await storedTopics())[1]?.retiredAt).toBeNull()
  })
})
