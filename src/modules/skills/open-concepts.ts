import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { termsOf } from '#modules/search'
import type { Concept, Field } from './core/concept.ts'
import { Matcher } from './core/matcher.ts'

/** The taxonomy, opened once in a process. */
export interface Concepts {
  /** What a text may mean, the likeliest first, at most so many. */
  readonly suggest: (text: string, most: number) => Promise<readonly Concept[]>
  /** The concept that is called just so, or by an everyday word for it. */
  readonly named: (text: string) => Promise<Concept | undefined>
  /** The concepts that a text names outright, by their ids. */
  readonly namedIn: (text: string) => Promise<readonly string[]>
  readonly withId: (id: string) => Promise<Concept | undefined>
  readonly fields: () => Promise<readonly Field[]>
  /** What concepts that lie near each other have in common, by their ids: a name for them all. One without neighbours is not there. */
  readonly groups: () => Promise<ReadonlyMap<string, string>>
}

/** Which version it is; every id is one of this version. */
export const conceptVersion = 'JobTech Taxonomy, 2020-06-24'

interface Opened {
  readonly matcher: Matcher
  readonly byId: ReadonlyMap<string, Concept>
}

/** Opens the taxonomy in `data/jobtech`. It is read when the first question comes, and kept. */
export function openConcepts(dataFolder: string): Concepts {
  let opening: Promise<Opened> | undefined
  let fields: Promise<readonly Field[]> | undefined
  let groups: Promise<ReadonlyMap<string, string>> | undefined
  const opened = async () => (opening ??= open(dataFolder))
  return {
    suggest: async (text, most) => {
      const { matcher } = await opened()
      return matcher.suggestions(text, await termsOf(text.slice(0, 200)), most)
    },
    named: async (text) => (await opened()).matcher.named(text),
    namedIn: async (text) => (await opened()).matcher.namedIn(text).map(({ id }) => id),
    withId: async (id) => (await opened()).byId.get(id),
    fields: async () => (fields ??= fieldsIn(dataFolder)),
    groups: async () => (groups ??= groupsIn(dataFolder)),
  }
}

async function open(dataFolder: string): Promise<Opened> {
  const concepts = (await rowsIn(dataFolder, 'concepts-2020.csv')).map(
    ({ id = '', kind, label = '' }): Concept => ({
      id,
      kind: kind === 's' ? 'skill' : 'occupation',
      label,
    }),
  )
  const everyday = await rowsIn(dataFolder, 'everyday-words.csv')
  const terms = []
  for (const { label } of concepts) terms.push(await termsOf(label))
  const matcher = new Matcher(
    concepts,
    terms,
    new Map(everyday.map(({ word = '', label = '' }) => [word, label])),
  )
  return { matcher, byId: new Map(concepts.map((concept) => [concept.id, concept])) }
}

async function fieldsIn(dataFolder: string): Promise<readonly Field[]> {
  return (await rowsIn(dataFolder, 'fields-2020.csv')).map(({ id = '', label = '' }) => ({ id, label }))
}

/** Occupations by the group that the taxonomy has them in; skills, which it tells nothing of, by our own short list. */
async function groupsIn(dataFolder: string): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(
    (await rowsIn(dataFolder, 'concepts-2020.csv')).map(({ id = '', label = '' }) => [label, id]),
  )
  const occupations = await rowsIn(dataFolder, 'occupation-groups-2019.csv')
  const skills = await rowsIn(dataFolder, 'near-skills.csv')
  return new Map([
    ...occupations.map(({ id = '', group = '' }) => [id, group] as const),
    ...skills.map(({ label = '', group = '' }) => [ids.get(label) ?? '', group] as const),
  ])
}

async function rowsIn(
  dataFolder: string,
  file: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const text = await readFile(join(dataFolder, 'jobtech', file), 'utf8')
  return parse<Record<string, string>>(text, { columns: true, skip_empty_lines: true })
}
