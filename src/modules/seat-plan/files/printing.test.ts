import { describe, expect, test } from 'vitest'
import { canShow, lettersIn } from '#platform/paper/font-letters.ts'
import { ownLetters, paperFonts } from '#platform/paper/paper-fonts.ts'
import { typeset } from '#platform/paper/typeset.ts'
import { readPdf, squeezed } from '../../../../tests/report-readers.ts'
import type { PrintedPlan, PrintForm } from '../core/printed.ts'
import { printTemplate } from './print-template.ts'

const fonts = paperFonts()
const letters = new Set(fonts.flatMap((font) => [...lettersIn(font)]))

/** A hall of two tables, at which as many sit in each round. */
function plan(rounds: number, seats: number, nameOf: (at: number) => string): PrintedPlan {
  const each = Array.from({ length: rounds }, (_none, round) => round)
  const at = (from: number) => Array.from({ length: seats }, (_none, seat) => from + seat)
  return {
    title: 'Värdblad',
    author: 'Göteborgsregionen',
    language: 'sv',
    event: 'Rundabordssamtal (exempel)',
    about: 'Rundabordssamtal (exempel), 7 oktober 2026, Lindholmen Conference Centre, Göteborg (exempel)',
    footer: 'Rundabordssamtal (exempel) · version 1',
    rounds: each.map((round) => ({ name: `Runda ${round + 1}, 09:10`, short: `R${round + 1}` })),
    people: at(0)
      .concat(at(seats))
      .map((one) => ({
        name: nameOf(one),
        isByHand: false,
        title: 'Verkställande direktör',
        organisation: `${one % 3 === 0 ? 'Lillsjöns Mekaniska Verkstad och ' : ''}Ytbehandling ${one} AB (exempel)`,
        sign: 'GBG',
        code: 'ABC234',
        codePicture: '',
        tables: each.map(() => (one < seats ? '1' : '2')),
      })),
    tables: ['1', '2'].map((id, place) => ({
      id,
      name: `Bord ${id}`,
      host: place * seats,
      rounds: each.map((round) => ({
        questions: ['Vad hindrar er?', `Vilken kompetens saknar ni de närmaste ${round + 1} åren?`],
        people: at(place * seats),
      })),
    })),
    words: {
      table: 'Bord',
      host: 'Värd:',
      name: 'Namn',
      organisation: 'Organisation',
      byHand: 'Namnet skrivs för hand',
      nobody: 'Ingen sitter här.',
      notes: 'Anteckningar',
    },
    ownLetters: ownLetters(),
  }
}

const printed = async (form: PrintForm, paper: PrintedPlan) =>
  readPdf(typeset({ template: printTemplate(form), paper, fonts, stampedAt: new Date('2026-10-07') }))

const longName = (at: number) => `Näringslivsansvarig ${at}, Lilla Edet (exempel)`

describe('a host sheet', () => {
  test.each([
    { rounds: 1, seats: 8 },
    { rounds: 4, seats: 8 },
    { rounds: 5, seats: 9 },
  ])('is one page a table, with room to write, at $rounds rounds of $seats', async ({ rounds, seats }) => {
    const { pages, text } = await printed('hosts', plan(rounds, seats, longName))
    expect(pages).toHaveLength(2)
    for (const at of Array.from({ length: 2 * seats }, (_none, index) => index))
      expect(text.split(squeezed(`Ytbehandling ${at} AB (exempel)`)).length).toBeGreaterThan(rounds)
    expect(text.split('Anteckningar')).toHaveLength(2 * rounds + 1)
  })

  test('has a front and a back, halved, where there are more rounds than one page can hold', async () => {
    const { pages } = await printed('hosts', plan(6, 9, longName))
    expect(pages.map(({ text }) => text.match(/Runda \d/g)?.join())).toEqual([
      'Runda 1,Runda 2,Runda 3',
      'Runda 4,Runda 5,Runda 6',
      'Runda 1,Runda 2,Runda 3',
      'Runda 4,Runda 5,Runda 6',
    ])
  })

  test('says a question of every round once, and reads round by round', async () => {
    const { pages } = await printed('hosts', plan(2, 2, longName))
    const [first = ''] = pages.map(({ text }) => squeezed(text))
    expect(first.split(squeezed('Vad hindrar er?'))).toHaveLength(2)
    const order = ['Bord1', 'Runda1', 'närmaste1', 'direktör', 'Anteckningar', 'Runda2', 'närmaste2'].map(
      (words) => first.indexOf(words),
    )
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })
})

describe('names of people who live in Sweden', () => {
  const left = [
    'Nguyễn Thị Ánh Tuyết',
    'Zażółć Gęślą',
    'Ayşe Yıldırım Ğ',
    'Ștefan Țepeș',
    'Áŋŋel Ǧuoǩǩ Ʒ',
    'Ģirts Ķēniņš Ųž',
    'Ọláyínká Adéṣọlá',
    'Əliyev Ɓala',
    'Володимир Ґєї',
    'Γιώργος Παπαδόπουλος',
  ]
  const right = ['محمد علي', 'فاطمة رضایی', 'ژینۆ ڕەسوڵ', 'דוד כהן']
  const names = [...left, ...right]

  test.each(['badges', 'hosts', 'people', 'wall'] as const)('are read again from %s', async (form) => {
    expect(names.filter((name) => !canShow(letters, name))).toEqual([])
    const { text } = await printed(
      form,
      plan(1, 7, (at) => names[at] ?? ''),
    )
    for (const name of left) expect(text).toContain(squeezed(name))
    // Those from right to left are read word by word.
    for (const word of right.flatMap((name) => name.split(' '))) expect(text).toContain(word)
  })
})
