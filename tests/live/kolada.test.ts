import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { KoladaQuery } from '../../src/modules/imports/kolada/addresses.ts'
import type { RecordOf } from '../../src/modules/imports/kolada/answers.ts'
import { catalogueEntry } from '../../src/modules/imports/kolada/catalogue.ts'
import { koladaClient } from '../../src/modules/imports/kolada/client.ts'
import { koladaFigures } from '../../src/modules/imports/kolada/figures.ts'
import { endingOf, titleChange } from '../../src/modules/imports/kolada/succession.ts'

// Does Kolada still speak as this program understands it? Asked only when somebody wants to know.
describe('Kolada itself', () => {
  const client = koladaClient({
    origin: 'https://api.kolada.se',
    fetch,
    wait: async (milliseconds, signal) => setTimeout(milliseconds, undefined, signal ? { signal } : {}),
    random: Math.random,
    now: () => new Date(),
    patience: { tries: 3 },
  })

  async function ask<Q extends KoladaQuery>(query: Q): Promise<RecordOf[Q['of']][]> {
    const records: RecordOf[Q['of']][] = []
    for await (const page of client.pages(query)) records.push(...page.records)
    return records
  }

  test('the catalogue comes whole, and our KPIs are what they were', async () => {
    const entries = (await ask({ of: 'kpis' })).map(catalogueEntry)
    expect(entries.length).toBeGreaterThan(5000)
    const titleOf = (id: string) => entries.find((entry) => entry.id === id)?.title ?? ''
    expect(titleChange('Sysselsatta efter arbetsställets belägenhet, antal', titleOf('N02201'))).toBe('same')
    expect(titleChange('Företagsklimat Insikt - Totalt, Index, ny definition', titleOf('U07453'))).not.toBe(
      'reused',
    )
    expect(entries.filter((entry) => endingOf(entry) !== null).length).toBeGreaterThan(0)
  })

  test('290 municipalities, and the group of thirteen', async () => {
    const places = await ask({ of: 'municipalities' })
    expect(places.filter(({ type }) => type === 'K')).toHaveLength(290)
    const [group] = await ask({ of: 'groups', ids: ['G96190'] })
    expect(group?.members).toHaveLength(13)
  })

  test('a value that is known: N00217, Malmö, 2024', async () => {
    const records = await ask({ of: 'data', kpis: ['N00217'], places: ['1280'], years: [2024] })
    const read = koladaFigures(records, { retrievedOn: '2026-11-24', entryOf: () => undefined })
    expect(read).toMatchObject({ ok: true, value: [{ series: 'kolada:N00217' }] })
    const figures = read.ok ? (read.value[0]?.figures ?? []) : []
    expect(figures.find(({ gender }) => gender === 'all')?.value).toBeCloseTo(0.864, 1)
  })

  test('what changed since a day is less than all, in the same shape', async () => {
    const query = { of: 'data', kpis: ['N01951'], places: ['1480'] } as const
    const all = await ask(query)
    const changed = await ask({ ...query, changedSince: '2026-01-01' })
    expect(all.length).toBeGreaterThan(40)
    expect(changed.length).toBeLessThan(all.length)
  })

  test('every status that is given is one that is understood', async () => {
    const records = await ask({ of: 'data', kpis: ['U07453', 'N45912'], years: [2023, 2024] })
    const statuses = new Set(records.flatMap(({ values }) => values.map(({ status }) => status)))
    const known = ['', 'missing', 'private', 'privacy', 'secret', 'confidential']
    expect([...statuses].filter((status) => !known.includes(status.toLowerCase()))).toEqual([])
  })
})
