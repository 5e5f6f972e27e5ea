import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openKoladaCatalogue } from './open-catalogue.ts'

const { peersOf, placeName, places } = openKoladaCatalogue(join(import.meta.dirname, '../../../../data'))

describe('the municipalities like one', () => {
  it('are those that Kolada has found for it, the overall group first', () => {
    const [first, ...others] = peersOf('1440')
    expect(first?.title).toBe('Liknande kommuner, övergripande, Ale, 2025')
    expect(first?.members.map(placeName)).toContain('Alingsås')
    expect(others.map(({ title }) => title)).toContain('Liknande kommuner arbetsmarknad, Ale, 2024')
  })

  it('are never found for another one, and do not count the place itself', () => {
    for (const { title, members } of peersOf('1440')) {
      expect(title).toMatch(/, Ale, \d{4}$/)
      expect(members).not.toContain('1440')
    }
  })

  it('are there for every municipality, and for nobody else', () => {
    const municipalities = places().filter(({ code }) => !code.startsWith('00'))
    expect(municipalities).toHaveLength(290)
    for (const { code } of municipalities) expect(peersOf(code).length).toBeGreaterThan(0)
    expect(peersOf('0000')).toEqual([])
    expect(peersOf('9999')).toEqual([])
  })
})
