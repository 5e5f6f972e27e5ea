import { z } from 'zod'
import type { Tx } from '#platform/database/connection.ts'
import { BilingualText } from '#platform/values/bilingual.ts'
import { adoptionKinds, type AdoptionFacts } from './core/adoption.ts'
import { fits } from './core/mapping.ts'
import { addAdoption, addRevision, type Writing } from './store.ts'
import { addMappings, addTree } from './tree-store.ts'

const facts = {
  municipality: z.string(),
  name: z.string().min(1),
  kind: z.enum(adoptionKinds).nullable(),
  decidedOn: z.string().nullable(),
  decidedBy: z.string().nullable(),
  caseNumber: z.string().nullable(),
  period: z.string().nullable(),
  aim: BilingualText.nullable(),
  followUp: BilingualText.nullable(),
  note: BilingualText.nullable(),
}

/** The shape of `adoptions.json`. A document keeps the name it was decided under, in Swedish. */
const AdoptionsFile = z.array(
  z.object({
    ...facts,
    sources: z.array(z.object({ title: z.string(), url: z.url({ protocol: /^https?$/ }) })),
  }),
)

/** The shape of `example-adoptions.json`: made-up programmes with their trees, the first version of each municipality first. */
const ExamplesFile = z.array(
  z.object({
    ...facts,
    paragraph: z.string().nullable(),
    levels: z.array(z.string()),
    nodes: z.array(
      z.object({
        depth: z.number().int().min(0),
        mark: z.string().nullable(),
        text: z.string().min(1),
        mapping: z
          .object({
            fit: z.enum(fits),
            intervention: z.string().nullable(),
            comment: z.string().nullable(),
          })
          .nullable(),
      }),
    ),
  }),
)

export interface AdoptionFiles {
  readonly known: unknown
  readonly examples: unknown
}

/** Writes what the municipalities are known to have adopted, and the examples, as the database's owner. */
export async function plantAdoptions(
  tx: Tx,
  networkId: string,
  files: AdoptionFiles,
  now: Date,
): Promise<void> {
  const writing = { networkId, by: null, at: now }
  const versions = new Map<string, number>()
  const nextVersion = (municipality: string) => {
    const version = (versions.get(municipality) ?? 0) + 1
    versions.set(municipality, version)
    return { municipality, version }
  }
  for (const { municipality, ...known } of AdoptionsFile.parse(files.known)) {
    const place = nextVersion(municipality)
    await addAdoption(tx, writing, place)
    await plantFacts(tx, writing, place, { ...known, paragraph: null, link: null })
  }
  for (const { municipality, levels, nodes, ...known } of ExamplesFile.parse(files.examples)) {
    const place = nextVersion(municipality)
    await addAdoption(tx, writing, place, true)
    await plantFacts(tx, writing, place, { ...known, sources: [], link: null })
    const numbered = nodes.map((node, at) => ({ ...node, node: at + 1 }))
    await addTree(tx, writing, place, {
      tree: 1,
      levels,
      nodes: numbered.map(({ node, depth, mark, text }) => ({ node, depth, mark, text })),
    })
    const said = numbered.flatMap(({ node, mapping }) => (mapping ? [{ node, said: 1, ...mapping }] : []))
    await addMappings(tx, writing, place, said)
  }
}

async function plantFacts(
  tx: Tx,
  writing: Writing,
  place: { readonly municipality: string; readonly version: number },
  known: AdoptionFacts,
): Promise<void> {
  await addRevision(tx, writing, { ...place, revision: 1 }, { facts: known, fileId: null })
}
