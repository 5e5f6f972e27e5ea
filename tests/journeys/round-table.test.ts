import { afterAll, beforeAll, expect, test } from 'vitest'
import { commitmentJobs } from '../../src/modules/commitments/index.ts'
import { keyOf } from '../../src/modules/roundtable/index.ts'
import type { RunningProgram } from '../../src/program.ts'
import { useTestDatabase } from '../database.ts'
import { readPdf, squeezed } from '../report-readers.ts'
import { testSecret } from '../server.ts'
import { letterThatSays, press, signIn, useBrowser, type Reader } from './browser.ts'
import { startProgramAt } from './program-at.ts'
import { criteria, listAsExcel, listed } from './round-table-list.ts'

/**
 * A whole round table: thirteen leaderships, thirty companies and four guests are invited, answer, are seated, printed, checked in
 * and seated anew without six; a host notes and promises without network; the summary goes out, who promised confirms, and for
 * half a year everybody is told what came of it.
 */

const database = useTestDatabase()
const browser = useBrowser()
let program: RunningProgram
let now = new Date('2026-11-02T09:00:00Z')
const itIs = (day: string, time = '09:00') => {
  now = new Date(`${day}T${time}:00+01:00`)
}
const theDay = '2026-12-03'
const promised = 'Kurs för elektriker till våren'
const said = 'Elektriker går inte att hitta'
const alsoSaid = 'Praktikplatser finns, men ingen frågar'

let coordinator: Reader
let officer: Reader
let event = ''
let people: readonly { readonly id: string; readonly name: string; readonly networkId: string }[] = []

beforeAll(async () => {
  program = await startProgramAt(database, () => now)
  coordinator = await browser.reader({ origin: program.origin })
  await signIn(coordinator, 'samordnare@example.org')
})
afterAll(() => program.stop())

const main = async ({ page }: Reader) => (await page.locator('main').textContent()) ?? ''
const fill = async ({ page }: Reader, fields: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value)
}
const button = ({ page }: Reader, hasText: string) => page.locator('main button', { hasText })

/** The participant of a name on the list. */
function called(name: string) {
  const found = people.find((one) => one.name === `${name} (exempel)`)
  if (!found) throw new Error(`nobody is called ${name}`)
  return found
}
const pageOf = ({ id, networkId }: (typeof people)[number]) =>
  `/bord/${keyOf(testSecret, { networkId, participant: id })}`

/** Sends a form as its page would, for those whom nobody looks at. */
async function post(by: Reader, path: string, form: Readonly<Record<string, string>>): Promise<void> {
  const options = { form, headers: { origin: program.origin }, maxRedirects: 0 }
  const answer = await by.context.request.post(new URL(path, program.origin).toString(), options)
  expect(answer.status(), path).toBe(303)
}

/** The address in the newest letter that says so. */
async function addressIn(...words: readonly string[]): Promise<string> {
  return new URL(/http[^\s#]+/.exec(await letterThatSays(coordinator, ...words))?.[0] ?? '').pathname
}

/** Whether a page can be read without network from now on. */
const isKept = async () =>
  (await caches.match(location.href)) !== undefined && navigator.serviceWorker.controller !== null

/** A page as the device would show it without network. */
const keptText = async (address: string) => (await caches.match(address))?.text() ?? ''

/** What the worker does early on a day. */
async function early(day: string): Promise<void> {
  itIs(day, '06:30')
  const { db, queueDb } = database
  const parts = { db, queueDb, clock: () => now, origin: program.origin, secret: testSecret }
  for (const job of commitmentJobs(parts)) if (job.at) await job.run({})
}

test('the coordinator plans the event, part by part, and is told what cannot be', async () => {
  const { page } = coordinator
  await coordinator.visit('/rundabordssamtal/nytt')
  await fill(coordinator, {
    title: 'Elektriker till hamnen',
    theme: 'Hur hittar vi elektriker?',
    place: 'Rådhuset',
    onDay: theDay,
    opensAt: '8.30',
    endsAt: '12.00',
    seats: '0',
    answerBy: '2026-11-20',
  })
  await press(page, page.locator('main form button'))
  expect(await main(coordinator)).toContain('Ett samtal utan platser har ingen att bjuda in.')
  await fill(coordinator, { seats: '53' })
  await press(page, page.locator('main form button'))
  const plan = new URL(page.url()).pathname.replace(/\/planera.*/, '')
  event = plan.split('/').at(-1) ?? ''
  for (const [at, startsAt] of ['9.00', '9.45', '10.45'].entries()) {
    if (!(await page.locator(`[name=round-${at + 1}-startsAt]`).count()))
      await press(page, page.locator('main form button'))
    await fill(coordinator, { [`round-${at + 1}-startsAt`]: startsAt, [`round-${at + 1}-minutes`]: '35' })
  }
  await press(page, page.locator('main form button'))
  await coordinator.visit(`${plan}/planera/urval`)
  for (const [at, { text, kind, seats }] of criteria.entries()) {
    if (!(await page.locator(`[name=criterion-${at + 1}-text]`).count()))
      await press(page, page.locator('main form button'))
    await fill(coordinator, { [`criterion-${at + 1}-text`]: text, [`criterion-${at + 1}-seats`]: `${seats}` })
    await page.selectOption(`[name=criterion-${at + 1}-kind]`, kind)
  }
  await press(page, page.locator('main form button'))
  expect(await main(coordinator)).toContain('53 av 53 platser är fördelade på grunderna.')
  await coordinator.inspect()
})

test('the list comes from Excel, two by one name are told apart, and each gets a letter', async () => {
  const { page } = coordinator
  const plan = `/rundabordssamtal/${event}`
  await coordinator.visit(`${plan}/deltagare/fil`)
  await page.setInputFiles('[name=file]', {
    name: 'bjudna.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await listAsExcel(),
  })
  await press(page, page.locator('button[value=read]'))
  await press(page, button(coordinator, 'Lägg till 54 personer'))
  await page.locator('input[type=radio][value=two]').check()
  await press(page, button(coordinator, 'Lägg till 54 personer'))
  people = await database.ownerDb
    .selectFrom('participant')
    .select(['id', 'name', 'networkId'])
    .where('eventId', '=', event)
    .execute()
  expect(people).toHaveLength(listed.length)
  await coordinator.visit(`${plan}/planera/bord`)
  await fill(coordinator, { fillCount: '6', fillMin: '6', fillMax: '10' })
  await press(page, page.locator('button[value=fill]'))
  for (const number of [1, 2, 3, 4, 5, 6])
    await page.selectOption(`[name=table-${number}-host]`, called(`Bordsvärd ${number}`).id)
  await fill(coordinator, { 'question-1-text': 'Vad hindrar er från att anställa?' })
  await press(page, page.locator('button[value=save]'))
  await coordinator.inspect()
  await coordinator.visit(`${plan}/planera`)
  await press(page, page.locator('button[value=publish]'))
  await coordinator.visit(`${plan}/deltagare/brev`)
  await press(page, page.locator('main form button'))
  expect(await main(coordinator)).toContain('54 brev är på väg.')
})

test('on phones they answer; a guest sends somebody else, who gives the seat to the next in line', async () => {
  itIs('2026-11-05')
  const phone = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  const { page } = phone
  const choose = async (answer: string) => {
    if (!(await page.locator('[name=answer]').first().isVisible()))
      await page.locator('summary', { hasText: 'Ändra ditt svar' }).click()
    await page.check(`[name=answer][value=${answer}]`)
    await press(page, page.locator('main form button'))
  }
  const fifth = called('مدير المدرسة')
  const atOnce = people.filter(({ id }) => id !== fifth.id && id !== called('Kommunalråd, Ale').id)
  for (const one of atOnce) await post(coordinator, pageOf(one), { answer: 'yes' })
  await phone.visit(await addressIn('gast1@example.org', 'Inbjudan'))
  await phone.inspect()
  expect(await main(phone)).toContain('Alla 13 kommuners ledningar')
  await choose('yes')
  expect(await main(phone)).toContain('Tack! Du har en plats.')
  await phone.visit(pageOf(fifth))
  await choose('yes')
  expect(await main(phone)).toContain('Du står på väntelistan.')
  await phone.visit(pageOf(called('Rektor 1')))
  await page.locator('summary', { hasText: 'Ändra ditt svar' }).click()
  await page.locator('summary', { hasText: 'Om någon annan kommer' }).click()
  await fill(phone, { delegateName: 'Eva Ny (exempel)', delegateEmail: 'eva@example.org' })
  await choose('delegate')
  await phone.visit(await addressIn('eva@example.org', 'i någons ställe'))
  await choose('no')
  expect(await addressIn('En plats är ledig')).toBe(pageOf(fifth))
  await phone.visit(pageOf(fifth))
  await choose('yes')
  await phone.inspect()
  expect(await main(phone)).toContain('Tack! Du har en plats.')
  await coordinator.visit(`/rundabordssamtal/${event}/deltagare`)
  expect(await main(coordinator)).toContain('i stället för Rektor 1')
  await coordinator.inspect()
})

let code = ''

test('the engine seats them, it is printed, and everybody is told where they sit', async () => {
  itIs('2026-12-01')
  const { page, context } = coordinator
  const plan = `/rundabordssamtal/${event}`
  await coordinator.visit(`${plan}/placering`)
  await page.click('button[value=fill]')
  // It may end by itself, when it is proven that nothing better exists.
  await expect
    .poll(() => main(coordinator), { timeout: 45_000 })
    .toMatch(/Tavlan visar det bästa hittills|Version 1/)
  const stop = page.locator('button[value=stop]')
  if (await stop.count()) await stop.click()
  await expect.poll(() => main(coordinator), { timeout: 45_000 }).toContain('Version 1')
  expect(await main(coordinator)).toContain('Alla krav hålls.')
  await coordinator.visit(`${plan}/dagen`)
  await press(page, button(coordinator, 'Berätta för alla'))
  expect(await main(coordinator)).toContain('Berättat. 53 brev skickas.')
  const phone = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  await phone.visit(`${pageOf(called('Vd 2'))}/plats`)
  code = (await phone.page.locator('.code').textContent()) ?? ''
  const paper = async (name: string) => {
    const file = await context.request.get(`${program.origin}${plan}/placering/utskrift/${name}.pdf`)
    return readPdf(await file.body())
  }
  const badges = await paper('badges')
  expect(badges.pages).toHaveLength(7)
  for (const words of ['Kommunalråd, Öckerö', 'Vd 28', 'Linjebolaget', code])
    expect(badges.text).toContain(squeezed(words))
  expect((await paper('hosts')).text).toContain(squeezed('Vad hindrar er från att anställa?'))
  await coordinator.visit(`${plan}/deltagare/${called('Vd 2').id}`)
  expect(await main(coordinator)).toContain('Din placering')
})

test('the day: checked in by name and by the badge’s code; six do not come, few move and are told', async () => {
  itIs(theDay, '08:40')
  const { page } = coordinator
  officer = await browser.reader({ origin: program.origin, screen: 'phone' })
  await signIn(officer, 'naringslivsansvarig.ale@example.org')
  const door = `/rundabordssamtal/${event}/dagen/incheckning`
  await officer.visit(door)
  await officer.inspect()
  await officer.page.locator('input[type=search]').pressSequentially('öckerö')
  await expect.poll(() => officer.page.locator('#traffar').count()).toBe(1)
  await press(officer.page, officer.page.locator('#deltagarna button', { hasText: 'Öckerö' }))
  await officer.visit(`${door}?sok=${code}`)
  await press(officer.page, officer.page.locator('.people-rows button'))
  expect(await main(officer)).toContain('\u2068Vd 2 (exempel)\u2069 är incheckad.')
  const away = [20, 21, 22, 23, 24, 25].map((number) => called(`Vd ${number}`).id)
  const gone = [called('Rektor 1').id, ...away]
  for (const { id: participant } of people.filter(({ id }) => !gone.includes(id)))
    await post(officer, door, { participant, state: 'here', typed: '' })

  await coordinator.visit(`/rundabordssamtal/${event}/dagen/omplacering`)
  await coordinator.inspect()
  expect(await page.locator('#saknas').textContent()).toContain('(6)')
  const mover = called('Vd 2')
  const phone = await browser.reader({ origin: program.origin, screen: 'phone' })
  await phone.visit(`${pageOf(mover)}/plats`)
  const before = await phone.page.locator('.seat__table').allTextContents()
  await page.locator('#for-hand summary').click()
  await page.selectOption('[name=hand-1-person]', mover.id)
  await page.selectOption('[name=hand-1-round]', '1')
  await page.selectOption('[name=hand-1-table]', before[1] === 'Bord 1' ? '2' : '1')
  await press(page, page.locator('button[value=preview]'))
  await coordinator.inspect()
  expect(await main(coordinator)).toMatch(/Regler som bryts\s*ingen/)
  // Six are gone: which rules stood broken if everybody kept their seat.
  await page.locator('summary', { hasText: 'Varför någon måste byta plats' }).click()
  expect(await page.locator('details[open] li').first().textContent()).toMatch(/runda \d.*ska vara/i)

  await expect.poll(() => phone.page.evaluate(isKept)).toBe(true)
  await phone.context.setOffline(true)
  await phone.page.reload()
  expect(await phone.page.locator('.seat__table').allTextContents()).toEqual(before)
  await press(page, page.locator('button[value=keep]'))
  expect(await main(coordinator)).toContain('och berättad.')
  await phone.context.setOffline(false)
  await expect.poll(() => phone.page.locator('[data-news]').isVisible()).toBe(true)
  expect(await phone.page.locator('.seat__table').allTextContents()).not.toEqual(before)
  await phone.inspect()
  expect(await letterThatSays(coordinator, 'gast15@example.org', 'kl. 08:40')).toContain('bord ')
})

test('a host notes without network, makes a promise of a note in a few presses, and nothing is lost', async () => {
  itIs(theDay, '09:50')
  const host = await browser.reader({ origin: program.origin })
  const { page, context } = host
  await host.visit(`${pageOf(called('Bordsvärd 1'))}/vard`)
  const address = `${pageOf(called('Bordsvärd 1'))}/anteckningar`
  await host.visit(address)
  await host.inspect()
  // Somebody else at the table notes as well.
  const other = await browser.reader({ origin: program.origin, screen: 'phone' })
  await other.visit(address)
  await expect.poll(() => page.evaluate(isKept)).toBe(true)
  await expect.poll(() => page.evaluate(keptText, `${address}?runda=1`)).not.toBe('')
  await context.setOffline(true)
  await page.fill('textarea[name=text]', said)
  await page.locator('form[data-local-first=note] button').click()
  const kept = page.locator('[data-local-list]')
  await expect.poll(() => kept.textContent()).toContain('Sparad här')
  await page.reload()
  await expect.poll(() => kept.textContent()).toContain(said)
  await page.locator('[data-offline] a', { hasText: 'Runda 1' }).click()
  await expect.poll(() => page.locator('[data-offline] [aria-current]').textContent()).toContain('Runda 1')
  await expect.poll(() => kept.textContent()).toContain(said)
  await page.locator('[data-local-list] button').click()
  await page.selectOption('select[name=promiser]', called('Kommunalråd, Ale').id)
  await page.fill('input[name=what]', promised)
  await page.fill('input[name=byDay]', '2027-01-21')
  await page.selectOption('select[name=receiver]', called('Vd 2').id)
  await page.selectOption('select[name=intervention]', 'fortbilda-anstallda')
  await page.locator('form[data-local-first=promise] button').click()
  await expect.poll(() => kept.locator('li').count()).toBe(2)
  await host.inspect()
  await other.page.fill('textarea[name=text]', alsoSaid)
  await other.page.locator('form[data-local-first=note] button').click()
  await expect.poll(() => other.page.locator('[data-kept]').textContent()).toContain(alsoSaid)
  itIs(theDay, '10:00')
  await context.setOffline(false)
  await expect.poll(() => page.locator('[data-kept]').textContent(), { timeout: 5000 }).toContain(promised)
  await expect.poll(() => kept.locator('li').count()).toBe(0)
  await other.page.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(() => other.page.locator('[data-kept]').textContent()).toContain(promised)
  // What has been sent and forgotten is seen without network too.
  await expect.poll(() => page.evaluate(keptText, page.url())).toContain(promised)
  await context.setOffline(true)
  await page.reload()
  for (const words of [said, alsoSaid])
    expect(await page.locator('[data-kept]').textContent()).toContain(words)
})

test('the summary goes out with what becomes of each point, also to who could not come, in other words', async () => {
  itIs('2026-12-08')
  const { page } = coordinator
  await coordinator.visit(`/rundabordssamtal/${event}/anteckningar`)
  await coordinator.inspect()
  await press(page, page.locator('main .page-title a.ds-button'))
  await press(page, page.locator('main form button').first())
  for (const taken of await page.locator('input[type=radio][value=taken]').all()) await taken.check()
  for (const fate of await page.locator('input[name^=fateText-]').all()) await fate.fill('Se åtagandet')
  await press(page, page.locator('button[value=save]'))
  await coordinator.inspect()
  await press(page, button(coordinator, 'Spara och granska'))
  await coordinator.inspect()
  await press(page, page.locator('main form button'))
  expect(await main(coordinator)).toContain('Orden står fast')
  expect(await letterThatSays(coordinator, 'gast15@example.org', 'Sammanfattning')).toContain(
    'Tack för att ni var med',
  )
  expect(await letterThatSays(coordinator, 'gast33@example.org', 'Sammanfattning')).toContain(
    'kunde inte komma',
  )
})

test('who promised confirms by the letter, and it stands in the programme', async () => {
  const phone = await browser.reader({ origin: program.origin, screen: 'phone' })
  await phone.visit(await addressIn('Stämmer det här åtagandet?'))
  await phone.inspect()
  await press(phone.page, button(phone, 'Ja, det stämmer'))
  await phone.inspect()
  expect(await main(phone)).toContain('På gång')
  await officer.visit('/mitt-arbete')
  await press(officer.page, officer.page.locator('main a', { hasText: promised }))
  await officer.inspect()
  await press(officer.page, button(officer, 'aktivitet'))
  await phone.visit('/insatser/fortbilda-anstallda/ale')
  await press(phone.page, phone.page.locator('main a', { hasText: promised }))
  expect(await main(phone)).toContain('Lovat vid Elektriker till hamnen')
})

test('for half a year it is asked for, and what was not kept is shown as not kept', async () => {
  for (const day of ['2027-01-04', '2027-01-22', '2027-03-04']) await early(day)
  const phone = await browser.reader({ origin: program.origin, screen: 'phone', javaScript: false })
  const { page } = phone
  await phone.visit(await addressIn('Blev det av?'))
  await page.check('input[value=unkept]')
  await page.locator('input[name^=because-]').fill('Ingen lärare')
  await press(page, button(phone, 'Spara'))
  await phone.inspect()
  await early('2027-06-02')
  expect(await addressIn('Elektriker till hamnen, efter 180 dagar')).toBe(
    `/rundabordssamtal/${event}/vad-blev-det`,
  )

  await phone.visit('/rundabordssamtal')
  await phone.inspect()
  await press(
    page,
    page.locator('article', { hasText: 'Elektriker till hamnen' }).locator('a', { hasText: 'Vad blev det?' }),
  )
  const came = new URL(page.url()).pathname
  const told = async (days: number) => {
    await phone.visit(`${came}?efter=${days}`)
    return main(phone)
  }
  expect(await told(30)).toContain('På gång')
  expect(await told(90)).toContain('42 dagar försenat')
  expect(await told(180)).toMatch(/Inte hållet.+Ingen lärare/)
  await phone.inspect()
})
