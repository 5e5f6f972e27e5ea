import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import type { CatalogueEntry, KoladaGroup } from './catalogue.ts'

/** What a coordinator can look through before Kolada has been reached for the first time. */
export interface StoredCatalogue {
  readonly about: {
    /** The day the catalogue is known to be as old as, at least. */
    readonly asOf: string
    readonly source: string
    readonly licence: string
  }
  readonly kpis: readonly CatalogueEntry[]
  readonly places: readonly KoladaPlace[]
  readonly groups: readonly KoladaGroup[]
}

/** A municipality (`K`), or a region or the country (`L`). */
export interface KoladaPlace {
  readonly id: string
  readonly title: string
  readonly type: string
}

// Rows instead of objects: the file is a tenth of what Kolada answers.
const Stored = z.object({
  about: z.object({ asOf: z.iso.date(), source: z.string(), licence: z.string() }),
  areas: z.array(z.string()),
  perspectives: z.array(z.string().nullable()),
  kpis: z.array(
    z.tuple([
      z.string(),
      z.string(),
      z.string(),
      z.literal([0, 1]),
      z.string(),
      z.string().nullable(),
      z.int(),
      z.int(),
      z.string().nullable(),
      z.string().nullable(),
      z.int().nullable(),
      z.literal([0, 1]),
    ]),
  ),
  places: z.array(z.tuple([z.string(), z.string(), z.string()])),
  groups: z.array(z.tuple([z.string(), z.string(), z.string()])),
})

/** The file's name in the folder `data`. */
const storedCatalogueFile = 'kolada/catalogue.json.gz'

/** Reads the catalogue that comes with the program. */
export function readStoredCatalogue(dataFolder: string | URL): StoredCatalogue {
  const folder = dataFolder instanceof URL ? fileURLToPath(dataFolder) : dataFolder
  return unpackCatalogue(readFileSync(join(folder, storedCatalogueFile)))
}

/** From the file's bytes to the catalogue. */
export function unpackCatalogue(bytes: Uint8Array): StoredCatalogue {
  const stored = Stored.parse(JSON.parse(gunzipSync(bytes).toString('utf8')))
  const kpis = stored.kpis.map(
    ([
      id,
      title,
      description,
      gender,
      type,
      auspice,
      area,
      perspective,
      published,
      preliminary,
      period,
      units,
    ]) => ({
      id,
      title,
      description,
      isDividedByGender: gender === 1,
      municipalityType: type,
      auspice,
      operatingArea: stored.areas[area] ?? '',
      perspective: stored.perspectives[perspective] ?? null,
      publicationDate: published,
      preliminaryPublicationDate: preliminary,
      publicationPeriod: period,
      hasUnitData: units === 1,
    }),
  )
  return {
    about: stored.about,
    kpis,
    places: stored.places.map(([id, title, type]) => ({ id, title, type })),
    groups: stored.groups.map(([id, title, members]) => ({
      id,
      title,
      members: members.split(' ').filter(Boolean),
    })),
  }
}

/** From a catalogue to the file's bytes: how the file is renewed from what Kolada answers. */
export function packCatalogue(catalogue: StoredCatalogue): Uint8Array {
  const areas = [...new Set(catalogue.kpis.map((entry) => entry.operatingArea))]
  const perspectives = [...new Set(catalogue.kpis.map((entry) => entry.perspective))]
  const stored: z.input<typeof Stored> = {
    about: catalogue.about,
    areas,
    perspectives,
    kpis: catalogue.kpis.map((entry) => [
      entry.id,
      entry.title,
      entry.description,
      entry.isDividedByGender ? 1 : 0,
      entry.municipalityType,
      entry.auspice,
      areas.indexOf(entry.operatingArea),
      perspectives.indexOf(entry.perspective),
      entry.publicationDate,
      entry.preliminaryPublicationDate,
      entry.publicationPeriod,
      entry.hasUnitData ? 1 : 0,
    ]),
    places: catalogue.places.map(({ id, title, type }) => [id, title, type]),
    groups: catalogue.groups.map(({ id, title, members }) => [id, title, members.join(' ')]),
  }
  return gzipSync(JSON.stringify(stored), { level: 9 })
}
