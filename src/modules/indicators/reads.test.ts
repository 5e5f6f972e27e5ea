import { renderToString } from 'preact-render-to-string'
import { beforeAll, describe, expect, it } from 'vitest'
import { municipalitiesOf } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import { useTestDatabase } from '../../../tests/database.ts'
import { HeadlineCards } from './pages/headline-cards.tsx'
import { IndicatorMap } from './pages/indicator/indicator-map.tsx'
import { MunicipalityIndicators } from './pages/municipality-indicators.tsx'
import { indicatorReadings, municipalityReadings, overviewIndicators } from './reads.ts'
import { asWho, plantRegion, type Planted } from './testing.ts'

const database = useTestDatabase()
let planted: Planted
beforeAll(async () => {
  planted = await plantRegion(database)
})
const visit = async <Result>(work: (tx: Tx) => Promise<Result>) =>
  asWho(database.db, planted, 'visitor', work)

async function overview(asked?: string) {
  return visit(async (tx) => {
    const municipalities = await municipalitiesOf(tx)
    return { municipalities, ...(await overviewIndicators(tx, municipalities, asked)) }
  })
}

describe('the overview', () => {
  it('reads the ten headline indicators in their order', async () => {
    const { headline } = await overview()
    expect(headline.map((one) => [one.indicator.id, one.shown.id, one.reading.kind])).toEqual([
      ['arbetstillfallen', 'arbetstillfallen', 'gap'],
      ['arbetsloshet', 'oppet-arbetslosa', 'value'],
      ['sysselsattning', 'sysselsatta-20-64', 'value'],
      ['foretagsklimat-insikt', 'foretagsklimat-insikt-aldre', 'value'],
      ['upphandling-insikt', 'upphandling-insikt', 'not-retrieved'],
      ['nystartade-foretag', 'nystartade-foretag', 'value'],
      ['unga-etablerade', 'unga-etablerade', 'not-retrieved'],
      ['eftergymnasial-utbildning', 'eftergymnasial-25-64-scb', 'value'],
      ['inrikes-flyttnetto', 'inrikes-flyttnetto', 'not-retrieved'],
      ['brp-per-sysselsatt', 'brp-per-sysselsatt', 'gap'],
    ])
  })

  it.each([
    [undefined, 'oppet-arbetslosa'],
    ['disponibel-inkomst', 'disponibel-inkomst'],
    ['no-such', 'oppet-arbetslosa'],
    ['upphandling-insikt', 'oppet-arbetslosa'],
  ])('asked to colour its map by %s takes %s', async (asked, id) => {
    const { map } = await overview(asked)
    expect(map?.series.indicator.id).toBe(id)
    expect(map?.inYear.values.size).toBe(13)
  })

  it('draws cards and a map whose municipalities are links', async () => {
    const { headline, map, choices, municipalities } = await overview()
    const cards = renderToString(HeadlineCards({ readings: headline, locale: 'sv' }))
    expect(cards.match(/<article/g)).toHaveLength(10)
    const drawn = renderToString(IndicatorMap({ map, choices, municipalities, locale: 'en', action: '/en' }))
    expect(drawn).toContain('/en/municipalities/ockero')
    expect(drawn).toContain('data-swap="#indicator-map"')
  })
})

describe('a municipality', () => {
  it('has its own values beside the region’s of the same year', async () => {
    const { readings, html } = await visit(async (tx) => {
      const found = await municipalityReadings(tx, await municipalitiesOf(tx), '1440')
      return {
        readings: found,
        html: renderToString(MunicipalityIndicators({ readings: found, municipality: 'Ale', locale: 'sv' })),
      }
    })
    const unemployment = readings.find(({ own }) => own.indicator.id === 'arbetsloshet')
    expect(unemployment?.own).toMatchObject({
      shown: { id: 'oppet-arbetslosa' },
      reading: { kind: 'value', year: 2024 },
    })
    expect(unemployment?.region).toMatchObject({ kind: 'value', year: 2024 })
    expect(readings.some(({ own }) => own.indicator.id === 'oppet-arbetslosa')).toBe(false)
    expect(html.replaceAll('\u00a0', ' ')).toContain('2,1 %')
    expect(html).toContain('saknas i källan')
  })
})

describe('named indicators', () => {
  it('are read in the order of their names, without those that are not there', async () => {
    const readings = await visit(async (tx) =>
      indicatorReadings(tx, await municipalitiesOf(tx), ['nystartade-foretag', 'no-such', 'arbetsloshet']),
    )
    expect(readings.map((one) => one.indicator.id)).toEqual(['nystartade-foretag', 'arbetsloshet'])
  })

  it('may be none', async () => {
    expect(await visit(async (tx) => indicatorReadings(tx, await municipalitiesOf(tx), []))).toEqual([])
  })
})

describe('a network without values', () => {
  it('has no map to show and no cards', async () => {
    const { network } = planted
    const [other] = await database.ownerDb
      .insertInto('network')
      .values({
        slug: 'tom',
        name: '{"sv":"","en":""}',
        about: '{"sv":"","en":""}',
        contact: '{"sv":"","en":""}',
      })
      .returning('id')
      .execute()
    const empty = { ...planted, network: { ...network, id: other?.id ?? '' } }
    const found = await asWho(database.db, empty, 'visitor', async (tx) => overviewIndicators(tx, []))
    expect(found).toEqual({ headline: [], map: null, choices: [] })
  })
})
