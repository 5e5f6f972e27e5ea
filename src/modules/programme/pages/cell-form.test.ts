import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { everything, notOfAle, now, plantRegion, type Planted, type Who } from '../testing.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantRegion(database)
})

const cell = '/insatser/gor-tillstand-begripliga/ale'
const path = `${cell}/redigera`

async function versionNow(): Promise<string> {
  const row = await database.ownerDb
    .selectFrom('word')
    .select('version')
    .where('municipality', '=', '1440')
    .where('interventionId', '=', 'gor-tillstand-begripliga')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return String(row.version)
}

async function send(who: Who, said: Readonly<Record<string, string>> = {}, address = path) {
  const typed = {
    status: 'delayed',
    text: 'Upphandlingen drar ut på tiden.',
    owner: '',
    deputy: '',
    milestone: '',
    milestoneOn: '',
    version: await versionNow(),
    ...said,
  }
  const answer = await planted
    .visitedBy(who)
    .request(address, { method: 'POST', body: new URLSearchParams(typed) })
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
}

async function read(who: Who, address: string): Promise<string> {
  return (await planted.visitedBy(who).request(address)).text()
}

describe('the officer of Ale', () => {
  it.each([
    [path, 'Hur går det i Ale?', 'Sitter fast'],
    ['/en/interventions/gor-tillstand-begripliga/ale/edit', 'How is it going in Ale?', 'Stuck'],
  ])('is shown the form at %s, filled in', async (address, ...words) => {
    const text = await read('officer', address)
    for (const word of words) expect(text).toContain(word)
    expect(text).toMatch(/value="on-plan" checked/)
    expect(text).toMatch(/<option value="[^"]+" selected>Näringslivsansvarig, Ale/)
    expect(text).not.toContain('Näringslivsansvarig, Lerum')
  })

  it('can tell the form from the cell by the title', async () => {
    const titles = [await read('officer', path), await read('officer', cell)].map(
      (text) => /<title>(.*?)<\/title>/.exec(text)?.[1],
    )
    expect(titles[0]).toContain('Hur går det i Ale?')
    expect(titles[1]).not.toBe(titles[0])
  })

  it('saves, is led to the cell, and is told', async () => {
    const owner = planted.actors.colleague?.personId ?? ''
    const saved = await send('officer', { owner, milestone: 'Avtal undertecknat', milestoneOn: '2027-03-01' })
    expect([saved.status, saved.location]).toEqual([303, `${cell}?saved`])
    const text = await read('officer', `${cell}?saved`)
    expect(text).toContain('Sparat.')
    expect(text).toContain('Avtal undertecknat, 1 mars 2027')
    expect(text).not.toContain('Exempeldata')
    expect(await read('visitor', cell)).toContain('<p>Upphandlingen drar ut på tiden.')
  })

  it('is read out in Swedish on the English page', async () => {
    const english = await read('visitor', '/en/interventions/gor-tillstand-begripliga/ale')
    expect(english).toContain('<p lang="sv">Upphandlingen drar ut på tiden.')
    expect(english).toContain('<span lang="sv">Avtal undertecknat</span>, 1 March 2027')
    expect(await read('visitor', '/en/interventions/gor-tillstand-begripliga')).toContain(
      '<p lang="sv">Upphandlingen drar ut på tiden.',
    )
  })

  it('finds the change in the history, in words', async () => {
    const text = await read('leader', cell)
    const history = text.slice(text.indexOf('id="historik"'))
    for (const word of [
      '<del>Enligt plan</del>',
      '<ins>Försenad</ins>',
      '<ins>1 mars 2027</ins>',
      '<ins>Biträdande näringslivsansvarig, Ale (exempel)</ins>',
      'Näringslivsansvarig, Ale (exempel)',
      '24 november 2026',
    ]) {
      expect(history).toContain(word)
    }
    expect(await read('coordinator', '/en/interventions/gor-tillstand-begripliga/ale')).toContain(
      '<ins>Delayed</ins>',
    )
  })

  it('is told that the same again counts', async () => {
    const owner = planted.actors.colleague?.personId ?? ''
    expect(
      (await send('officer', { owner, milestone: 'Avtal undertecknat', milestoneOn: '2027-03-01' })).status,
    ).toBe(303)
    expect(await read('officer', cell)).toContain('Bekräftade att det fortfarande stämmer')
  })
})

/** Text as it stands in a page's source, without what nobody can store. */
const written = (text: string) => text.replaceAll('\u0000', '').replaceAll('<', '&lt;')
const neighbour = () => planted.actors.neighbour?.personId ?? ''

describe('a form that is wrong comes back as it was typed', () => {
  it.each<[string, () => Record<string, string>, string]>([
    ['no status', () => ({ status: '' }), 'Välj en status.'],
    ['a status that is none', () => ({ status: 'grön' }), 'Den statusen finns inte.'],
    ['no text', () => ({ text: '   ' }), 'Skriv några ord om läget.'],
    ['1,001 characters', () => ({ text: 'å'.repeat(1001) }), 'Texten får vara högst 1 000 tecken.'],
    ['nothing but NUL', () => ({ text: '\u0000' }), 'Skriv några ord om läget.'],
    ['a day that is not', () => ({ milestone: 'Möte', milestoneOn: '2026-02-30' }), 'Den dagen finns inte.'],
    ['a milestone without a day', () => ({ milestone: 'Möte', milestoneOn: '' }), 'Ange vilken dag'],
    ['an owner of Lerum', () => ({ owner: neighbour() }), 'Den ansvariga har ingen roll i kommunen.'],
    ['a deputy of Lerum', () => ({ deputy: neighbour() }), 'Ersättaren har ingen roll i kommunen.'],
    ['an owner made of SQL', () => ({ owner: "x' or '1'='1" }), 'Personen finns inte.'],
    ['no version', () => ({ version: '' }), 'Formuläret är trasigt.'],
  ])('%s', async (_name, wrong, sentence) => {
    const before = await everything(database.ownerDb)
    const typed = {
      text: 'Det jag <i>skrev</i>',
      milestone: 'Skrivet',
      milestoneOn: '2027-01-01',
      ...wrong(),
    }
    const { status, text } = await send('officer', typed)
    expect(status).toBe(422)
    expect(text.match(new RegExp(sentence.replaceAll('.', '\\.'), 'g'))?.length).toBeGreaterThanOrEqual(1)
    expect(text).toContain('data-error-summary')
    // A choice that is none of those offered cannot be kept; what was written is.
    for (const field of ['text', 'milestone', 'milestoneOn'] as const)
      expect(text).toContain(written(typed[field].trim()))
    expect(await everything(database.ownerDb)).toEqual(before)
  })

  it('in English too', async () => {
    const english = '/en/interventions/gor-tillstand-begripliga/ale/edit'
    expect((await send('officer', { text: '' }, english)).text).toContain(
      'Write a few words on where it stands.',
    )
  })
})

it('takes text that holds NUL and code, and shows it as text', async () => {
  const saved = await send('officer', {
    text: 'Före\u0000efter <img src=x onerror=alert(1)>\r\n\r\nNytt stycke',
  })
  expect(saved.status).toBe(303)
  const text = await read('visitor', cell)
  expect(text).toContain('<p>Föreefter &lt;img src=x onerror=alert(1)></p><p>Nytt stycke</p>')
})

it('says of an owner who has left that somebody else must be chosen', async () => {
  const owner = planted.actors.colleague?.personId ?? ''
  expect((await send('officer', { owner })).status).toBe(303)
  const setRevoked = async (revokedAt: Date | null) =>
    database.ownerDb.updateTable('roleGrant').set({ revokedAt }).where('personId', '=', owner).execute()
  await setRevoked(now)
  expect(await read('officer', path)).toContain(
    `${planted.actors.colleague?.name} har inte längre någon roll i kommunen.`,
  )
  expect((await send('officer', { owner })).status).toBe(422)
  await setRevoked(null)
})

describe('everybody else is refused, by page and by hand', () => {
  it.each(notOfAle)('the %s', async (who) => {
    const before = await everything(database.ownerDb)
    expect((await planted.visitedBy(who).request(path)).status).toBe(403)
    expect((await send(who)).status).toBe(403)
    expect((await send(who, { text: '' })).status).toBe(403)
    expect(await everything(database.ownerDb)).toEqual(before)
  })

  it('knows no cell that is not', async () => {
    expect((await send('officer', {}, '/insatser/finns-inte/ale/redigera')).status).toBe(404)
    expect((await send('officer', {}, '/insatser/gor-tillstand-begripliga/finns-inte/redigera')).status).toBe(
      404,
    )
  })
})

describe('two who write at once', () => {
  it('overwrites nothing, shows both, and lets the second choose', async () => {
    const version = await versionNow()
    expect((await send('colleague', { version, text: 'Kollegan hann före.', status: 'done' })).status).toBe(
      303,
    )
    const before = await everything(database.ownerDb)
    const late = await send('officer', { version, text: 'Jag visste inte om det.', status: 'stuck' })
    expect(late.status).toBe(409)
    for (const word of [
      'Någon annan hann före',
      'Biträdande näringslivsansvarig, Ale (exempel)',
      'Kollegan hann före.',
      'Jag visste inte om det.',
      'Genomförd',
      'Sitter fast',
      'Behåll det som står där nu',
      `name="version" value="${Number(version) + 1}"`,
    ]) {
      expect(late.text).toContain(word)
    }
    expect(await everything(database.ownerDb)).toEqual(before)

    // The page carries the version that was shown: choosing one's own is now no surprise to anybody.
    const chosen = await send('officer', {
      version: String(Number(version) + 1),
      text: 'Jag visste inte om det.',
    })
    expect(chosen.status).toBe(303)
    expect(await read('visitor', cell)).toContain('Jag visste inte om det.')
  })

  it('asks once more when a third was faster still', async () => {
    const version = await versionNow()
    expect((await send('colleague', { version })).status).toBe(303)
    expect((await send('officer', { version })).status).toBe(409)
    expect((await send('colleague')).status).toBe(303)
    expect((await send('officer', { version: String(Number(version) + 1) })).status).toBe(409)
  })

  it('is told in English too', async () => {
    const english = '/en/interventions/gor-tillstand-begripliga/ale/edit'
    const late = await send('officer', { version: '1' }, english)
    expect([late.status, late.text.includes('Somebody else was first')]).toEqual([409, true])
  })
})
