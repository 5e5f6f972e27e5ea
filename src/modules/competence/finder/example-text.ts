import { answerFault, type Facts } from '#modules/rules'
import type { Example } from '../core/support.ts'
import { givenIn, typedOf } from './answers.ts'
import type { LineFault } from './rule-text.ts'

const expected = ['yes', 'no', 'unknown'] as const

/** Examples as a person writes them, one a line: `Namn | Name | purpose=person, age=45 | yes`. */
export function readExamples(
  text: string,
  facts: Facts,
): { readonly examples: readonly Example[]; readonly faults: readonly LineFault[] } {
  const examples: Example[] = []
  const faults: LineFault[] = []
  for (const [at, typed] of text.split('\n').entries()) {
    if (typed.trim() === '') continue
    const read = readLine(typed, facts)
    if (typeof read === 'string') faults.push({ line: at + 1, fault: read })
    else examples.push(read)
  }
  return { examples, faults }
}

function readLine(text: string, facts: Facts): Example | string {
  const [sv = '', en = '', said = '', expect = '', ...more] = text.split('|').map((part) => part.trim())
  const awaited = expected.find((one) => one === expect)
  if (sv === '' || en === '' || awaited === undefined || more.length > 0) return 'example-unreadable'
  const query = new URLSearchParams(
    said
      .split(',')
      .map((pair) => pair.trim())
      .filter(Boolean)
      .map((pair): [string, string] => {
        const [name = '', ...value] = pair.split('=')
        return [name.trim(), value.join('=').trim()]
      }),
  )
  const { answers, errors } = givenIn(query, facts)
  const isUnread = [...query.keys()].some((name) => answers[name] === undefined)
  if (isUnread || Object.keys(errors).length > 0) return 'example-answers'
  const known = Object.entries(answers).flatMap(([name, value]) => {
    const fact = facts[name]
    return value === undefined || fact === undefined || answerFault(fact, value) !== null
      ? []
      : [[name, value] as const]
  })
  return { name: { sv, en }, answers: Object.fromEntries(known), expect: awaited }
}

/** Examples as a person writes them. */
export function examplesText(examples: readonly Example[]): string {
  return examples
    .map(({ name, answers, expect }) => {
      const said = Object.entries(typedOf(answers)).map(([fact, value]) => `${fact}=${value}`)
      return `${name.sv} | ${name.en} | ${said.join(', ')} | ${expect}`
    })
    .join('\n')
}
