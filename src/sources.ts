import { randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { join } from 'node:path'
import {
  koladaReader,
  officesIn,
  openKoladaCatalogue,
  openOffices,
  patientSettings,
  pxWebReader,
  type KoladaCatalogue,
  type Offices,
  type SourceReaders,
} from '#modules/imports'
import { openYhOutcomes, type YhOutcomes } from '#modules/courses'
import { openConcepts, type Concepts } from '#modules/skills'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'

/** What the program asks or reads of others: each opened once in a process, so that its limits are counted in one place. */
export interface Sources {
  readonly catalogue: KoladaCatalogue
  readonly offices: Offices
  readonly concepts: Concepts
  readonly yhOutcomes: YhOutcomes
  readonly readers: SourceReaders
}

/** Opens the sources. Nothing is asked of them until somebody has asked for it, or has planned it. */
export function openSources(config: Config, root: string, clock: Clock): Sources {
  const catalogue = openKoladaCatalogue(join(root, 'data'))
  const offices = openOffices(
    officesIn(config.officesFile),
    { ...patientSettings, fetch, random, userAgent },
    () => clock().getTime(),
  )
  const kolada = koladaReader(
    {
      origin: config.koladaUrl,
      fetch,
      wait: async (milliseconds, signal) => setTimeout(milliseconds, undefined, signal ? { signal } : {}),
      random,
      now: clock,
    },
    catalogue.kpis,
  )
  const concepts = openConcepts(join(root, 'data'))
  const yhOutcomes = openYhOutcomes(join(root, 'data'))
  return { catalogue, concepts, yhOutcomes, offices, readers: { kolada, pxweb: pxWebReader(offices) } }
}

/** A number from 0 up to 1: how long to wait before another try is nobody’s secret, but must differ from place to place. */
function random(): number {
  return randomInt(2 ** 32) / 2 ** 32
}

/** Who asks: an office that is asked too much can find out whom to write to. */
const userAgent = 'Samsyn'
