import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { changesInWords, deedInWords, type Known } from './log-words.ts'
import { textsIn } from './texts.ts'

const [known, unknown] = ['7d2f0c1e-1111-4222-8333-444455556666', '7d2f0c1e-1111-4222-8333-444455557777']
const named = <Id extends string>(id: Id, sv: string, en: string) => ({
  id,
  name: { sv, en },
  retiredAt: null,
})
const both = { sv: '', en: '' }
const all: Known = {
  people: new Map([[known, 'Samordnare (exempel)']]),
  municipalities: [{ code: '1440', name: 'Ale' }],
  framework: {
    goals: [{ ...named('mal', 'Ett mål', 'A goal'), position: 1, text: both }],
    areas: [{ ...named('omrade', 'Ett område', 'An area'), position: 1, goal: 'mal', strategy: both }],
    interventions: [
      {
        ...named('fortbilda-anstallda', 'Fortbilda anställda', 'Train employees'),
        number: 1,
        area: 'omrade',
        text: both,
        indicators: [],
      },
    ],
    statuses: [
      { ...named('planned', 'Planerad', 'Planned'), position: 1, text: both },
      { ...named('on-plan', 'Enligt plan', 'On plan'), position: 2, text: both },
    ],
  },
  activities: [{ id: 'ale-luncher', title: 'Luncher' }],
  indicators: [named('folkmangd', 'Folkmängd', 'Population'), named('skatt', 'Skattekraft', '')],
}

describe('what was done', () => {
  test.each([
    ['programme.cell-said', 'cell', '1440/fortbilda-anstallda', 'sv', 'Fortbilda anställda, Ale'],
    ['programme.cell-said', 'cell', '1440/fortbilda-anstallda', 'en', 'Train employees, Ale'],
    ['adoptions.tree-drawn', 'adoption', '1440/2', 'sv', 'Ale, version 2'],
    ['programme.goal-edited', 'goal', 'mal', 'en', 'A goal'],
    ['programme.area-edited', 'area', 'omrade', 'sv', 'Ett område'],
    ['indicators.indicator-edited', 'indicator', 'folkmangd', 'en', 'Population'],
    ['activities.activity-said', 'activity', 'ale-luncher', 'sv', 'Luncher'],
    ['accounts.role-given', 'person', known, 'sv', 'Samordnare (exempel)'],
    ['accounts.role-given', 'person', unknown, 'sv', 'Okänd person'],
    ['programme.goal-edited', 'goal', 'toString', 'en', 'toString'],
  ] as const)('%s names its subject %s %s in %s: %s', (did, subjectKind, subjectId, locale, name) => {
    expect(deedInWords({ did, subjectKind, subjectId }, all, locale)).toMatch(
      new RegExp(`^[^:.]+: ${escaped(name)}$`),
    )
  })

  const written = globSync('src/modules/*/**/*.{ts,tsx}', {
    exclude: ['**/*.test.*', '**/testing.ts'],
  }).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bdid: ([^,]+),/g)].flatMap(([, said = '']) =>
      [...said.matchAll(/'([a-z]+\.[a-z-]+)'/g)].map(([, deed = '']) => deed),
    ),
  )
  test.each([...new Set(written)].toSorted())('%s is told in words', (deed) => {
    for (const locale of ['sv', 'en'] as const) expect(textsIn(locale).log.did[deed]).toBeTruthy()
  })

  test('the search for deeds finds those of every kind', () => {
    expect(written).toEqual(
      expect.arrayContaining(['imports.table-stored', 'imports.run-stopped', 'indicators.series-succeeded']),
    )
  })

  test('a fetching is named by its series, below the deed', () => {
    const failed = { did: 'imports.run-failed', subjectKind: 'import-run', subjectId: unknown }
    expect(deedInWords(failed, all, 'sv')).toBe('En hämtning misslyckades')
  })

  test('the network and the programme are named by the deed alone', () => {
    const founded = { did: 'founding.network-founded', subjectKind: 'network', subjectId: unknown }
    expect(deedInWords(founded, all, 'en')).toBe('Founded the network')
  })
})

test('a list that is empty is nothing', () => {
  const change = { before: { joined: ['1440'] }, after: { joined: [] } }
  expect(changesInWords(change, all, 'sv')).toEqual([
    { field: 'Tillsammans med', before: 'Ale', after: null },
  ])
  expect(changesInWords({ before: null, after: { joined: [] } }, all, 'sv')).toEqual([])
})

function escaped(text: string): string {
  return text.replace(/[()]/g, '\\$&')
}

describe('what was changed', () => {
  test.each([
    [{ name: { sv: 'A' } }, 'sv', 'Namn (svenska)', 'A'],
    [{ name: { en: 'A' } }, 'en', 'Name (English)', 'A'],
    [{ text: 'Rad ett\nsa "hej"' }, 'sv', 'Text', 'Rad ett\nsa "hej"'],
    [{ status: 'on-plan' }, 'sv', 'Status', 'Enligt plan'],
    [{ owner: known }, 'sv', 'Ansvarig', 'Samordnare (exempel)'],
    [{ deputy: unknown }, 'en', 'Deputy', 'Unknown person'],
    [{ milestoneOn: '2027-03-14' }, 'sv', 'Milstolpens dag', '14 mars 2027'],
    [{ role: 'officer' }, 'sv', 'Roll', 'Näringslivsansvarig'],
    [{ municipality: '1440' }, 'en', 'Municipality', 'Ale'],
    [{ area: 'omrade' }, 'en', 'Area', 'An area'],
    [{ goal: 'mal' }, 'sv', 'Mål', 'Ett mål'],
    [{ indicators: ['folkmangd', 'skatt', 'borta'] }, 'en', 'Indicators', 'Population, Skattekraft, borta'],
    [{ takenFrom: 'ale-luncher' }, 'en', 'Taken over from', 'Luncher'],
    [{ joined: ['1440', '0000'] }, 'sv', 'Tillsammans med', 'Ale, 0000'],
    [{ intervention: 'fortbilda-anstallda' }, 'sv', 'Insats', 'Fortbilda anställda'],
    [{ reachedOn: '2027-03-14' }, 'sv', 'Nådd', '14 mars 2027'],
    [{ isProposal: true }, 'sv', 'Förslag', 'ja'],
    [{ retired: false }, 'en', 'Retired', 'no'],
    [{ retiredAt: '2026-11-24T09:00:00.000Z' }, 'en', 'Retired since', '24 November 2026'],
    [{ unit: 'percent' }, 'en', 'Unit', 'Per cent'],
    [{ direction: 'higher' }, 'sv', 'Riktning', 'Högre är bättre'],
    [
      { regionRule: { kind: 'sum' } },
      'en',
      'How the region’s value is calculated',
      'The sum of the municipalities’ values',
    ],
    [{ regionRule: { weight: 'folkmangd' } }, 'sv', 'Vägs med', 'Folkmängd'],
    [{ decimals: 0 }, 'sv', 'Decimaler', '0'],
    [{ fewest: 5 }, 'sv', 'Minsta antal som visas', '5'],
    [{ standIn: 'skatt' }, 'sv', 'Visas i stället när värden saknas', 'Skattekraft'],
    [{ rhythm: 'calendar' }, 'sv', 'Hur ofta', 'när källan publicerar'],
    [{ missing: 'too-few-answers' }, 'en', 'Why there is no value', expect.any(String)],
    [
      { breaks: [{ from: 2024, text: { sv: 'Nytt', en: 'New' } }] },
      'sv',
      'Brott i serien',
      '2024: Nytt: New',
    ],
    [{ ofTomorrow: 'x' }, 'sv', 'ofTomorrow', 'x'],
  ] as const)('%j reads in %s as %s, %s', (after, locale, field, value) => {
    expect(changesInWords({ before: null, after }, all, locale)).toEqual([
      { field, before: null, after: value },
    ])
  })
})
