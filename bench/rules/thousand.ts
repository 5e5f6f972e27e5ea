import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { factsFor } from '../../src/modules/competence/core/facts.ts'
import { PlantedSupport } from '../../src/modules/competence/core/planted.ts'
import { parametersOn } from '../../src/modules/competence/core/yearly.ts'
import { Support, wholeRule } from '../../src/modules/competence/finder/support.ts'
import type { Answers, Rule, Setting } from '../../src/modules/rules/index.ts'
import { root } from '../program.ts'

const municipalities = '1440 1489 1480 1401 1384 1482 1441 1462 1481 1402 1415 1419 1407'.split(' ')
const today = '2026-11-24'

export const setting: Setting = {
  facts: factsFor(municipalities),
  parameters: parametersOn(today),
  today,
}

/** One employer with one employee, known as far as ten questions reach. */
export const employer: Answers = {
  purpose: 'person',
  municipality: '1480',
  sector: 'private',
  transition: 'tsl',
  agreement: 'main',
  employees: 12,
  role: 'worker',
  age: 41,
  monthsWorked: 150,
  days: 60,
}

/** As many rules as asked for: the real ones over and over, their numbers shifted so that no two are the same. */
export function manyRules(count: number): readonly Rule[] {
  const folder = join(root, 'data/supports')
  const real = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const { content } = PlantedSupport.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
      return wholeRule(Support.parse(content), setting)
    })
  return Array.from({ length: count }, (_, at) => {
    const rule = real[at % real.length]
    if (!rule) throw new Error('There are no supports')
    return shifted(rule, Math.floor(at / real.length))
  })
}

function shifted(rule: Rule, by: number): Rule {
  if ('all' in rule) return { all: rule.all.map((part) => shifted(part, by)) }
  if ('any' in rule) return { any: rule.any.map((part) => shifted(part, by)) }
  if ('not' in rule) return { not: shifted(rule.not, by) }
  if ('atLeast' in rule && typeof rule.atLeast === 'number')
    return { ...rule, atLeast: rule.atLeast + (by % 7) / 10 }
  if ('atMost' in rule && typeof rule.atMost === 'number')
    return { ...rule, atMost: rule.atMost + (by % 7) / 10 }
  return { ...rule, because: { ...rule.because } }
}
