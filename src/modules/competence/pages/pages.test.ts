import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '../../../../tests/database.ts'
import { form } from '../../../../tests/visits.ts'
import { typedSupport } from '../finder/support-form.ts'
import { Support } from '../finder/support.ts'
import { plantCompetence, supportFiles, type Planted } from '../testing.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantCompetence(database)
})

const visit = async (path: string) => planted.asked('visitor', path)

describe('the finder', () => {
  test('asks for the purpose first, and shows nothing to nobody', async () => {
    const { status, text } = await visit('/stod/hitta')
    expect(status).toBe(200)
    expect(text).toContain('name="purpose"')
    expect(text).not.toContain('Det här ser ut att passa')
  })

  test('shows results from the first answer, and only what is open as fitting', async () => {
    const { text } = await visit('/stod/hitta?purpose=person&eligible=yes')
    const [fitting = '', rest = ''] = text.split('id="oklart"')
    expect(fitting).toContain('Yrkeshögskolans utbildningar')
    expect(fitting).not.toContain('Trygghetsstiftelsens kompetensstöd')
    expect(rest).toContain('Inte kontrollerat')
  })

  test('says why something does not fit, and what is nearest', async () => {
    const { text } = await visit('/stod/hitta?purpose=employer')
    expect(text).toContain('För det som stärker personen på arbetsmarknaden i stort')
    expect(text).toContain('Närmast till hands')
  })

  test('keeps the answers in the address, in the form and in links', async () => {
    const { text } = await visit('/en/support/find?purpose=person&age=45&skip=transition')
    expect(text).toContain('<input type="hidden" name="age" value="45"/>')
    expect(text).toContain('<input type="hidden" name="skip" value="transition"/>')
    expect(text).not.toContain('name="transition"')
  })

  test.each([
    ['employees=-3', 'Talet är för litet'],
    ['employees=2,5', 'Skriv ett helt tal'],
    // A sole trader's organisation number is a person's: it cannot be an answer, and no page with it is kept.
    ['employees=8001011234', 'Talet är för stort'],
    ['income=8001011234', 'Talet är för stort'],
    ['employees=tre', 'Svaret går inte att läsa'],
    ['age=200', 'Talet är för stort'],
    ['sector=xyz', 'Välj ett av svaren'],
    ['age=25&monthsWorked=168', 'Så många månader'],
    ['monthsWorked=10&monthsRecent=12', 'fler månader än'],
    ['sector=state&transition=tsl', 'hör inte till den sortens arbetsgivare'],
  ])('tells of %s at its field, and keeps what was typed', async (query, said) => {
    const { status, text } = await visit(`/stod/hitta?purpose=person&${query}`)
    expect(status).toBe(422)
    expect(text).toContain(said)
    expect(text).toContain('aria-describedby')
    const typed = new URLSearchParams(query)
    const [name = '', value = ''] = [...typed][0] ?? []
    expect(text).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`))
  })

  test('never asks for an organisation number, and leaves what it did not ask for out of every link', async () => {
    const { text } = await visit('/stod/hitta?purpose=person&orgnr=8001011234')
    expect(text).not.toContain('8001011234')
    expect(text.toLowerCase()).not.toMatch(/name="[^"]*org/)
  })

  test('needs at most five questions before something fits', async () => {
    const path = '/stod/hitta?purpose=person&sector=private&transition=tsl&role=worker&agreement=main'
    const { text } = await visit(`${path}&monthsRecent=24`)
    expect(text).toContain('TSL kompetensstöd')
    expect(text).toMatch(/Det här ser ut att passa \([1-9]/)
  })
})

describe('taking the list along', () => {
  const answers = { purpose: 'person', eligible: 'yes' }
  test('by mail: a letter with the list and its address', async () => {
    const sent = await planted.asked('visitor', '/stod/mejla', form({ ...answers, mailTo: 'HR@example.org' }))
    expect([sent.status, sent.to]).toEqual([303, '/stod/hitta?purpose=person&eligible=yes&mailed'])
    const letters = await database.ownerDb.selectFrom('mailMessage').select(['recipient', 'body']).execute()
    expect(letters.map(({ recipient }) => recipient)).toEqual(['hr@example.org'])
    expect(letters[0]?.body).toContain('http://samsyn.example.org/stod/hitta?purpose=person&eligible=yes')
  })

  test.each([
    ['an address that is none', { ...answers, mailTo: 'x' }, 'Skriv en e-postadress'],
    ['no answers', { mailTo: 'a@example.org' }, 'Hitta stöd'],
  ])('is refused for %s', async (_what, fields, said) => {
    const sent = await planted.asked('visitor', '/stod/mejla', form(fields))
    expect(sent.status).toBe(422)
    expect(sent.text).toContain(said)
  })

  test('to a person: the draft of a matter has the answers, and the place', async () => {
    const begun = await planted.asked('visitor', '/stod/fraga', form({ ...answers, municipality: '1440' }))
    expect(begun.to).toMatch(/^\/arende\/nytt\/[\w-]{43}$/)
    const { written } = await database.ownerDb
      .selectFrom('matterDraft')
      .select('written')
      .executeTakeFirstOrThrow()
    expect(written).toMatchObject({ place: { where: 'one', 'at-1440': 'on' } })
    expect(JSON.stringify(written)).toContain('I vilken kommun ligger arbetsplatsen? Ale')
  })

  test('inside another website: no script, and framed only where the operator allows', async () => {
    const { text, headers } = await visit('/stod/inbaddad?purpose=person')
    expect(text).not.toContain('<script')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://www.ale.se")
  })
})

describe('the list', () => {
  test('leaves out what is not given in Kungsbacka, which lies in Halland', async () => {
    const { text } = await visit('/stod?municipality=1384')
    expect(text).not.toContain('Västra Götalandsregionens företagsstöd')
    expect(text).toContain('Omställningsstudiestöd')
  })
  test('on a day after the last one, what has passed is not among the open', async () => {
    const open = async (on: string) => (await visit(`/stod?on=${on}`)).text.split('<details')[0] ?? ''
    expect(await open('2026-12-31')).toContain('Omställningsfondens')
    expect(await open('2027-01-01')).not.toContain('Omställningsfondens')
    expect((await visit('/stod?on=2026-02-30')).status).toBe(422)
  })
  test('a support’s page has its amounts for the answers, its source and how old it is', async () => {
    const { text } = await visit('/stod/omstallningsstudiestod?income=312000&pace=100')
    expect(text).toContain('4\u00a0800 kr i veckan')
    expect(text).toContain('oktober 2025')
    expect(text).toContain('Öppet enligt äldre uppgifter')
    expect(text).toContain('Inkomstbasbelopp 2026: 83\u00a0400 kr')
    expect(text).toContain('Öppet varje år 1 april–30 september, från 1 oktober.')
    expect((await visit('/stod/finns-inte')).status).toBe(404)
  })
})

describe('the editor', () => {
  const file = supportFiles()
    .map((one) => one as { id: string; content: unknown })
    .find((one) => one.id === 'omstallningsfonden-forebyggande')
  const typed = typedSupport(Support.parse(file?.content))
  const path = '/stod/omstallningsfonden-forebyggande/redigera'
  const posted = async (fields: Readonly<Record<string, string>>) =>
    planted.asked('keeper', path, form({ ...typed, ...fields }))

  test.each(['visitor', 'partner', 'officer', 'leader', 'operator'] as const)(
    'is not a %s’s',
    async (who) => {
      for (const page of [path, '/stod/redigera', '/stod/nytt'])
        expect((await planted.asked(who, page)).status).toBe(403)
    },
  )

  test('shows what the rule would say of its examples and whom it would change, and stores nothing', async () => {
    const rule = 'sector in municipal, private | Kommun eller företag | A municipality or a company'
    const shown = await posted({ rule, do: 'preview' })
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('exempelföretag')
    expect(shown.text).toContain('Privat verkstad')
    const drafts = await database.ownerDb
      .selectFrom('supportVersion')
      .where('writtenBy', 'is not', null)
      .selectAll()
      .execute()
    expect(drafts).toEqual([])
  })

  test.each([
    ['a fact there is not', { rule: 'size >= 3 | a | b' }, 'Rad 1: Uppgiften finns inte.'],
    ['a line without a reason', { rule: 'employees >= 3' }, 'Rad 1: Skriv skälet'],
    [
      'what can never be true',
      { rule: 'employees >= 3 | a | b\nemployees < 3 | a | b' },
      'Det här kan aldrig stämma för någon.',
    ],
    [
      'what nobody reaches',
      { rule: 'employees >= 3 | a | b\nage > 100 | a | b' },
      'Rad 2: Det här kan aldrig',
    ],
    ['a closing before the opening', { opens: '2027-01-01', closes: '2026-01-01' }, 'före den första'],
    [
      'a division by zero',
      {
        amounts: '[{"label":{"sv":"a","en":"a"},"unit":"kr","formula":{"divide":[1,{"fact":"employees"}]}}]',
      },
      'Formeln kan dela med noll.',
    ],
    ['formulas that are none', { amounts: '[{' }, 'inte att läsa som JSON'],
    ['an address that is no page', { contact: 'ftp://example.org' }, 'Skriv en webbadress'],
    [
      'an example that says another thing',
      { examples: 'a | a | sector=private | yes' },
      'säger ”passar inte”',
    ],
    ['too few examples', { examples: 'a | a | sector=private | no' }, 'minst ett exempel'],
    ['a day there is not', { closes: '2026-02-30' }, 'Skriv dagen'],
    ['a name that is missing', { 'name-en': '' }, 'på båda språken'],
    ['two thousand words', { 'what-sv': 'ord '.repeat(2000) }, 'för lång'],
  ])('refuses %s at its field, with what was typed', async (_what, fields, said) => {
    const refused = await posted(fields)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(said)
    const [value = ''] = Object.values(fields)
    expect(refused.text).toContain(
      value.trim().slice(0, 12).replaceAll('"', '&quot;').replaceAll('<', '&lt;'),
    )
  })

  test('keeps a draft that somebody else confirms', async () => {
    const saved = await posted({ closes: '2027-12-31', note: 'Förlängt' })
    expect(saved.to).toBe('/stod/omstallningsfonden-forebyggande/utkast?saved')
    const own = await planted.asked('keeper', '/stod/omstallningsfonden-forebyggande/utkast')
    expect(own.text).toContain('Någon annan måste bekräfta')
    const other = await planted.asked('fellow', '/stod/omstallningsfonden-forebyggande/utkast')
    const version = /name="version" value="([^"]+)"/.exec(other.text)?.[1] ?? ''
    await planted.asked(
      'fellow',
      '/stod/omstallningsfonden-forebyggande/utkast',
      form({ do: 'confirm', version }),
    )
    expect((await visit('/stod/omstallningsfonden-forebyggande')).text).toContain('31 december 2027')
    expect((await visit('/stod/omstallningsfonden-forebyggande/historik')).text).toContain('Förlängt')
  })
})
