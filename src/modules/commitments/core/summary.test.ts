import { expect, test } from 'vitest'
import type { Note } from './note.ts'
import { draftedFrom, unsaid } from './summary.ts'

let count = 0
function note(question: string | null, text: string): Note {
  count += 1
  const at = new Date(Date.UTC(2026, 11, 1, 9, 0, count))
  const texts = [{ id: String(count), turn: 1, voice: 'company' as const, text, writtenAt: at }]
  return { id: `n${count}`, table: '1', round: 0, question, begunAt: at, texts, matter: null }
}

test('notes become points by question, the same words once, what more tables said first', () => {
  const notes = [
    note('q2', 'Mer tid'),
    note(null, 'Övrigt'),
    note('q1', 'Kurser saknas'),
    note('q1', 'Svetsare saknas!'),
    note('q1', 'svetsare  saknas'),
    note('q1', ''),
  ]
  expect(draftedFrom(notes, ['q1', 'q2']).map(({ text, notes: of }) => [text, of.length])).toEqual([
    ['Svetsare saknas!', 2],
    ['Kurser saknas', 1],
    ['Mer tid', 1],
    ['Övrigt', 1],
  ])
})

test('a point that is passed on or put off says to whom or why', () => {
  const points = [
    { id: 'a', fate: 'open', fateText: 'x' },
    { id: 'b', fate: 'taken', fateText: '' },
    { id: 'c', fate: 'passed', fateText: '' },
    { id: 'd', fate: 'not-now', fateText: 'Pengar' },
  ] as const
  expect(unsaid(points)).toEqual(['a', 'c'])
})
