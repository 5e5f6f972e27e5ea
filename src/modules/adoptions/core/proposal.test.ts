import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Bilingual } from '#platform/values/locale.ts'
import { isWhollyMapped, standingIn, type Mapping } from './mapping.ts'
import { proposalsFor } from './proposal.ts'
import type { TreeNode } from './tree.ts'

const file = new URL('../../../../data/gothenburg-region/programme.json', import.meta.url)
const { interventions } = JSON.parse(readFileSync(file, 'utf8')) as {
  interventions: { id: string; name: Bilingual }[]
}

const nodesOf = (...texts: string[]): TreeNode[] =>
  texts.map((text, at) => ({ node: at + 1, depth: 0, mark: null, text }))

function proposed(text: string): string | null {
  const choice = proposalsFor(nodesOf(text), interventions, null).get(1)?.choice
  return choice ? `${choice.fit} ${choice.intervention ?? ''}` : null
}

describe('what is proposed by likeness', () => {
  test.each([
    ['Koppla ihop skola och näringsliv', 'exact koppla-ihop-skola-och-naringsliv'],
    ['Fortbilda dem som redan arbetar hos oss', 'exact fortbilda-anstallda'],
    ['Koppla samman skolan och näringslivet', 'partly koppla-ihop-skola-och-naringsliv'],
    ['Förenklad pendling', 'exact forenkla-pendlingen'],
    ['Ha alltid mark redo för nya företag', 'partly ha-mark-redo'],
    ['Ordna frukostmöten', null],
    ['Och att i för en', null],
    ['2035', null],
  ])('%s: %s', (text, choice) => {
    expect(proposed(text)).toBe(choice)
  })
})

const none: Mapping = { fit: 'none', intervention: null, comment: 'Eget', said: 3 }

test('what was said of the same node in the version before comes first', () => {
  const before = { nodes: nodesOf('Mål', 'Ordna frukostmöten varje månad'), mappings: new Map([[2, none]]) }
  const proposals = proposalsFor(nodesOf('Ordna frukostmöten varje vecka'), interventions, before)
  expect(proposals.get(1)).toEqual({
    choice: { fit: 'none', intervention: null },
    because: 'same-as-before',
  })
})

test('what was said of a node that is only somewhat alike is not taken over', () => {
  const before = { nodes: nodesOf('Nya företag'), mappings: new Map([[1, none]]) }
  const proposals = proposalsFor(nodesOf('Ha mark redo för nya företag'), interventions, before)
  expect(proposals.get(1)).toMatchObject({ choice: { intervention: 'ha-mark-redo' }, because: 'alike' })
})

test('one that has been retired since is not proposed', () => {
  const retired: Mapping = { fit: 'exact', intervention: 'finns-inte-langre', comment: null, said: 1 }
  const before = { nodes: nodesOf('Ordna frukostmöten'), mappings: new Map([[1, retired]]) }
  expect(proposalsFor(nodesOf('Ordna frukostmöten'), interventions, before).size).toBe(0)
})

const to = (fit: 'exact' | 'partly'): Mapping => ({ fit, intervention: 'x', comment: null, said: 1 })

describe('how an intervention stands in a tree', () => {
  const nodes = nodesOf('Alfa', 'Bravo', 'Charlie')

  test.each([
    [[], 'not-known'],
    [[[1, to('partly')]], 'partly'],
    [
      [
        [1, to('partly')],
        [2, to('exact')],
      ],
      'exact',
    ],
    [
      [
        [1, none],
        [2, none],
      ],
      'not-known',
    ],
    [
      [
        [1, none],
        [2, none],
        [3, none],
      ],
      'none',
    ],
  ] as [[number, Mapping][], string][])('%#: %s', (mappings, standing) => {
    expect(standingIn(nodes, new Map(mappings), 'x').standing).toBe(standing)
  })

  test('in a tree without nodes nothing is known', () => {
    expect(standingIn([], new Map(), 'x').standing).toBe('not-known')
    expect(isWhollyMapped([], new Map())).toBe(false)
  })
})
