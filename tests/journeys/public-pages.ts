import { afterAll, beforeAll, expect, test } from 'vitest'
import { press, useBrowser, type Reader, type Screen } from './browser.ts'
import { startBuiltProgram, type RunningProgram } from './program.ts'

const publicPages = [
  '/',
  '/indikatorer',
  '/indikatorer/oppet-arbetslosa',
  '/indikatorer/arbetsloshet',
  '/indikatorer/folkmangd',
  '/indikatorer/nystartade-foretag?kommun=ale',
  '/indikatorer/nystartade-foretag/jamfor?kommun=ale&med=lerum&visa=index&rangordna=1',
  '/indikatorer/oppet-arbetslosa/varde/ale/2024',
  '/indikatorer/oppet-arbetslosa/varde/region/2024',
  '/indikatorer/oppet-arbetslosa/mal',
  '/insatser',
  '/insatser/andringar?fran=2026-01-01',
  '/aktiviteter',
  '/uppfoljning',
  '/programmet/versioner',
  '/aktiviteter/ale-fortbildningsluncher',
  '/nya-siffror',
  '/revideringar',
  '/indikatorer/folkmangd?per=2026-01-01',
  '/kommuner',
  '/kommuner/ale',
  '/kommuner/ale/profil',
  '/programmet',
  '/programmet/maltrad',
  '/antagna-program',
  '/antagna-program/insatser?dag=2026-01-01',
  '/antagna-program/ale/2',
  '/antagna-program/ale/2/skillnad/1',
  '/rapporter',
  '/rapporter/ale',
  '/stod',
  '/stod/omstallningsstudiestod',
  '/ataganden',
  '/arende',
  '/arende/nytt',
  '/kompetensbehov',
  '/kompetensbehov/nytt',
  '/kurser',
  '/mottagare',
  '/mottagare/ale',
  '/arenden-i-siffror',
  '/rundabordssamtal',
  '/om',
  '/tillganglighet',
  '/logga-in',
  '/en',
  '/en/indicators',
  '/en/indicators/oppet-arbetslosa',
  '/en/indicators/inskrivna-arbetslosa/compare?municipality=ale&show=per-1000',
  '/en/indicators/folkmangd/value/ale/2024',
  '/en/interventions',
  '/en/interventions/changes',
  '/en/activities/goteborg-gemensam-lista-over-elbehov',
  '/en/new-figures',
  '/en/revisions',
  '/en/municipalities/ockero',
  '/en/programme',
  '/en/programme/goal-tree',
  '/en/adopted-programmes/lilla-edet/1',
  '/en/reports',
  '/en/reports/ale/2026-06-30?since=2026-01-01',
  '/en/support',
  '/en/support/find',
  '/en/matter',
  '/en/desks/ale',
  '/en/skill-needs?place=1440',
  '/en/courses',
  '/en/matters-in-figures',
  '/en/round-tables',
  '/en/about',
  '/en/accessibility',
  '/en/sign-in',
] as const

/** Every public page on one kind of screen; each screen is a file of its own, so that both are looked through at once. */
export function inspectPublicPages(screen: Screen): void {
  const browser = useBrowser()
  let program: RunningProgram
  let reader: Reader

  beforeAll(async () => {
    program = await startBuiltProgram()
    reader = await browser.reader({ origin: program.origin, screen })
  })
  afterAll(() => program.stop())

  // English is looked through where words have the least room.
  const pages = publicPages.filter((path) => screen === 'phone' || !path.startsWith('/en'))

  test.each(pages)('%s is whole', async (path) => {
    await reader.visit(path)
    await reader.inspect()
    // Colours are the same on every screen.
    if (screen === 'phone') await reader.inspectInTheDark()
    const language = path.startsWith('/en') ? 'en' : 'sv'
    expect(await reader.page.locator('html').getAttribute('lang')).toBe(language)
  })

  test('without JavaScript, the overview leads to a municipality coloured by another indicator', async () => {
    const plain = await browser.reader({ origin: program.origin, screen, javaScript: false })
    const { page } = plain
    await plain.visit('/')
    expect(
      await page.locator('.card-grid').first().locator('article, section, div.figure, li').count(),
    ).toBeGreaterThanOrEqual(10)
    await page.selectOption('select[name=indikator]', 'folkmangd')
    await press(page, page.locator('.choice-form button'))
    expect(page.url()).toContain('indikator=folkmangd')
    await press(page, page.locator('.map a[href="/kommuner/ale"]').first())
    expect(await page.locator('h1').textContent()).toBe('Ale')
    await plain.inspect()
  })
}
