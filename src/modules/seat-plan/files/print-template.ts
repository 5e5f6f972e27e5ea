import type { PrintForm } from '../core/printed.ts'
import { a6BadgeTemplate, badgeTemplate } from './badge-template.ts'
import { hostTemplate } from './host-template.ts'

/** A program of Typst for each form. Every word comes from `paper.json` as a string and is never read as markup. */
export function printTemplate(form: PrintForm): string {
  return `${common}\n${forms[form]}`
}

const common = String.raw`
#let paper = json("paper.json")
#let accent = rgb("#1c6676")
#let soft = rgb("#5f5a50")
#let rule = rgb("#bfb8aa")

#let more-faces = ("Noto Sans", "Vazirmatn", "Noto Sans Hebrew")
#set document(title: paper.title, author: paper.author, date: none)
#set text(lang: paper.language, region: if paper.language == "sv" { "SE" } else { "GB" },
  font: ("Schibsted Grotesk", ..more-faces), size: 11pt, fill: rgb("#191a17"), hyphenate: false, fallback: false)
#set par(leading: 0.55em, spacing: 0.8em)
// A name is set in one face: where ours lacks one of its letters, the whole line is set in the other.
#show regex(".*[[\\p{Latin}\\p{Greek}\\p{Cyrillic}\u{300}-\u{36F}]--[" + paper.ownLetters + "]].*"): set text(font: more-faces)
#show heading: set text(fill: accent)

#let dash = "–"
#let held(words) = if words.trim() == "" { dash } else { words }

// A word as long as few are may be broken anywhere: else it would be written over what stands beside it.
#let breakable(words, most: 26) = words.replace(regex("[^\\s-]{" + str(most) + ",}"), found => found.text.clusters().join("\u{200B}"))

// The same where the place is known: only what is wider than it.
#let parted(words, width, ..look) = words.split(" ").map(word => if measure(text(..look, word)).width > width { word.clusters().join("\u{200B}") } else { word }).join(" ")

// How many times its size the widest word is; what is longer than words are does not count, since it is broken.
#let widest(names, ..look) = calc.max(0, ..names.map(name => name.split(regex("[ -]"))).flatten()
  .filter(word => word.clusters().len() <= 26).map(word => measure(text(size: 10pt, ..look, word)).width / 10pt))

// The largest of the sizes at which the words fit, and no word is wider than the place; else the largest with broken words.
#let fit(words, width, height, sizes, weight: "bold") = context {
  let set-in(size, words) = block(width: width, {
    set par(leading: 0.3em)
    text(size: size, weight: weight, bottom-edge: "descender", words)
  })
  let is-wide(size) = words.split(" ").any(word => measure(text(size: size, weight: weight, word)).width > width)
  let is-high(size, words) = measure(set-in(size, words)).height > height
  let size = sizes.find(size => not is-wide(size) and not is-high(size, words))
  if size != none { set-in(size, words) } else {
    let broken = breakable(words, most: 12)
    let size = sizes.find(size => not is-high(size, broken))
    set-in(if size == none { sizes.last() } else { size }, broken)
  }
}

// A name that the fonts cannot write leaves a line for a pen.
#let name-of(person, width, height, sizes) = if person.isByHand {
  block(width: width, height: height, stroke: (bottom: 0.8pt + soft), text(size: 7pt, fill: soft, paper.words.byHand))
} else { fit(person.name, width, height, sizes) }

#let plain-name(person, words: none) = if person.isByHand {
  box(width: 100%, height: 1.1em, stroke: (bottom: 0.6pt + soft), align(top, text(size: 6pt, fill: soft, paper.words.byHand)))
} else if words != none { words } else { breakable(person.name) }

#let sign-of(person, size) = if person.sign != "" {
  box(inset: (x: 3pt, y: 2pt), stroke: 0.8pt + accent, radius: 2pt, text(size: size, weight: "bold", fill: accent, person.sign))
}

#let foot = context grid(columns: (1fr, auto), column-gutter: 10pt,
  text(size: 8pt, fill: soft, paper.footer), text(size: 8pt, fill: soft, counter(page).display("1 / 1", both: true)))
`

const list = String.raw`
#set page(paper: "a4", margin: (x: 14mm, top: 14mm, bottom: 16mm), footer: foot)
#set par(leading: 0.35em)
#show heading.where(level: 1): set text(size: 22pt)
#show heading.where(level: 2): set text(size: 15pt)
`

const forms: Record<PrintForm, string> = {
  badges: badgeTemplate,
  'badges-a6': a6BadgeTemplate,
  'table-cards': String.raw`
#set page(paper: "a4", margin: 0mm)
#let half(table) = block(width: 210mm, height: 148.5mm, inset: 12mm, align(center + horizon, {
  text(size: 32pt, fill: soft, paper.words.table)
  v(7mm, weak: true)
  // As large as its place, also where a table is called by three letters.
  context {
    let number(size) = text(size: size, weight: "bold", fill: accent, top-edge: "bounds", bottom-edge: "bounds", table.id)
    number((330pt, 290pt, 250pt, 210pt).find(size => measure(number(size)).width <= 186mm))
  }
  v(9mm, weak: true)
  if table.host != none {
    let host = paper.people.at(table.host)
    block(text(size: 24pt, breakable(if host.isByHand { host.organisation } else { host.name })))
  }
}))
#for (index, table) in paper.tables.enumerate() {
  if index > 0 { pagebreak() }
  hide(place(heading(level: 1, table.name)))
  stack(
    // The side that others see when the sheet is folded.
    pdf.artifact(rotate(180deg, half(table))),
    half(table),
  )
  pdf.artifact(place(top, dy: 148.5mm, line(length: 100%, stroke: (paint: rule, thickness: 0.4pt, dash: "dashed"))))
}
`,
  hosts: hostTemplate,
  people: String.raw`${list}
#heading(level: 1, paper.title)
#text(size: 12pt, paper.about)
#v(4mm)
#set text(size: 12pt)
#table(columns: (1.25fr, 1.1fr) + paper.rounds.map(_ => calc.min(12mm, 84mm / paper.rounds.len())),
  align: (index, _) => if index > 1 { center } else { left },
  stroke: (_, y) => (bottom: if y == 0 { 1pt + accent } else { 0.5pt + rule }), inset: (x: 3pt, y: 4.5pt),
  table.header(..((paper.words.name, paper.words.organisation) + paper.rounds.map(round => round.short)).map(word => text(size: 10pt, weight: "bold", word))),
  ..paper.people.map(person => (strong(plain-name(person)), text(size: 11pt, breakable(held(person.organisation)))) + person.tables.map(at => text(size: 14pt, weight: "bold", at))).flatten())
`,
  tables: String.raw`${list}
#let columns = paper.rounds.len()
#set page(flipped: columns > 2)
#heading(level: 1, paper.title)
#text(size: 12pt, paper.about)
#for seats in paper.tables {
  block(breakable: false, above: 12pt, {
    heading(level: 2, seats.name)
    set text(size: 10.5pt)
    table(columns: (1fr,) * columns, column-gutter: 2mm, stroke: (_, y) => if y == 0 { (bottom: 1pt + accent) }, inset: (x: 3pt, y: 5pt),
      table.header(..paper.rounds.map(round => text(size: 9.5pt, weight: "bold", round.name))),
      ..seats.rounds.map(round => if round.people.len() == 0 { text(fill: soft, paper.words.nobody) } else {
        stack(spacing: 0.65em, ..round.people.map(at => { let person = paper.people.at(at); par(hanging-indent: 3mm, if person.isByHand { plain-name(person) } else { breakable(person.name, most: calc.max(8, calc.floor((if columns > 2 { 120 } else { 80 }) / columns))) }) })) }))
  })
}
`,
  wall: String.raw`
#set page(paper: "a4", flipped: true, margin: (x: 10mm, top: 10mm, bottom: 12mm), footer: foot, footer-descent: 20%)
#show heading.where(level: 1): set text(size: 26pt)
#let (wide, high, gutter, inset) = (277mm, 168mm, 3mm, 2.5mm)
#let width-in(across) = (wide - gutter * (across - 1)) / across - 2 * inset - 2mm
#let card(seats, number, size, width) = block(width: 100%, stroke: 0.8pt + rule, radius: 3pt, inset: inset, {
  block(below: 2mm, text(size: size * 1.5, weight: "bold", fill: accent, seats.name))
  let people = seats.rounds.at(number).people
  if people.len() == 0 { text(size: size * 0.8, fill: soft, paper.words.nobody) }
  stack(spacing: size * 0.65, ..people.map(at => {
    let person = paper.people.at(at)
    par(leading: 0.3em, hanging-indent: 2mm, text(size: size, plain-name(person, words: parted(person.name, width, size: size))))
  }))
})
#let tables(number, size, across) = grid(columns: (1fr,) * across, gutter: gutter, ..paper.tables.map(seats => card(seats, number, size, width-in(across))))
#context {
  let widest-word = widest(paper.people.map(person => person.name))
  let sizes = (18pt, 17pt, 16pt, 15pt, 14pt, 13pt, 12pt, 11pt, 10.5pt, 10pt, 9.5pt, 9pt, 8.5pt, 8pt, 7.5pt, 7pt)
  let fits(number, size, across) = widest-word * size <= width-in(across) and measure(block(width: wide, tables(number, size, across))).height <= high
  // Where the sizes that fit begin: halving the rest asks a few of them instead of each.
  let first-fitting(number, across) = {
    let (low, high) = (0, sizes.len() - 1)
    while low < high {
      let middle = calc.quo(low + high, 2)
      if fits(number, sizes.at(middle), across) { high = middle } else { low = middle + 1 }
    }
    low
  }
  for (number, round) in paper.rounds.enumerate() {
    if number > 0 { pagebreak() }
    block(below: 4mm, heading(level: 1, round.name))
    // As large as one sheet holds.
    let (at, across) = range(2, 7).map(across => (first-fitting(number, across), across)).sorted().first()
    tables(number, sizes.at(at), across)
  }
}
`,
}
