import { describe, expect, test } from 'vitest'
import { knownOffices } from '../../src/modules/imports/pxweb/offices.ts'
import { patientSettings } from '../../src/modules/imports/pxweb/line.ts'
import { openOffices } from '../../src/modules/imports/pxweb/open-office.ts'
import { selectionFrom, withProposals } from '../../src/modules/imports/pxweb/picking.ts'
import { previewOf } from '../../src/modules/imports/pxweb/preview.ts'

// Do the offices still speak as this program understands them? Asked only when somebody wants to know.
describe('SCB itself', () => {
  const settings = {
    ...patientSettings,
    fetch,
    random: Math.random,
    retries: 2,
    userAgent: 'samsyn-contract-test',
  }
  const scb = openOffices(knownOffices, settings, () => performance.now()).openToPick('scb')
  if (!scb) throw new Error('SCB is not among the known offices')

  test('tells its limits and its licence', async () => {
    const limits = await scb.limits()
    expect(limits.cells).toBeGreaterThan(10_000)
    expect(limits.calls).toBeGreaterThan(0)
    expect(limits.licence).toMatch(/cc0|publicdomain/i)
  })

  test('finds tables by words, page by page', async () => {
    const found = await scb.tables({ words: 'folkmängd' })
    expect(found.total).toBeGreaterThan(10)
    expect(found.entries[0]).toMatchObject({ kind: 'table' })
  })

  test('describes a table so that its variables are known, and gives its figures', async () => {
    const { table } = await scb.table('TAB6471')
    expect(withProposals(table, {})).toMatchObject({ place: 'Region', time: 'Tid', gender: 'Kon' })
    const picked = withProposals(table, { part: 'month 12', 'v.Alder': 'is:TotSA' })
    const chosen = selectionFrom(table, picked, 'SE')
    expect(chosen).toMatchObject({ ok: true })
    const shown = chosen.ok && (await previewOf(scb, table, chosen.value, ['1440', '1480']))
    expect(shown).toMatchObject({ ok: true, value: { unit: 'antal' } })
    const figures = shown && shown.ok ? shown.value.figures : []
    expect(figures.find(({ place, gender }) => place === '1480' && gender === 'all')?.value).toBeGreaterThan(
      500_000,
    )
  })
})
