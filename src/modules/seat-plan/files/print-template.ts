import type { PrintForm } from '../core/printed.ts'

/** A program of Typst for each form. Every word comes from `paper.json` as a string and is never read as markup. */
export function printTemplate(form: PrintForm): string {
  return `${common}\n${forms[form]}`
}

const common = String.raw`
#let paper = json("paper.json")
#let accent = rgb("#1c6676")
#let soft = rgb("#5f5a50")
#let rule = rgb("#bfb8aa")

#set document(title: paper.title, author: paper.author, date: none)
#set text(lang: paper.language, region: if paper.language == "sv" { "SE" } else { "GB" },
  font: ("Schibsted Grotesk", "Noto Sans Arabic", "Noto Sans Hebrew"), size: 11pt, fill: rgb("#191a17"), hyphenate: false, fallback: false)
#set par(leading: 0.55em, spacing: 0.8em)
#show heading: set text(fill: accent)

#let dash = "–"
#let held(words) = if words.trim() == "" { dash } else { words }

// A word as long as few are may be broken anywhere: else it would be written over what stands beside it.
#let breakable(words, most: 26) = words.replace(regex("[^\\s-]{" + str(most) + ",}"), found => found.text.clusters().join("\u{200B}"))

// The largest of the sizes at which the words fit, and no word is wider than the place; else the largest with broken words.
#let fit(words, width, height, sizes) = context {
  let set-in(size, words) = block(width: width, {
    set par(leading: 0.3em)
    text(size: size, weight: "bold", bottom-edge: "descender", words)
  })
  let is-wide(size) = words.split(" ").any(word => measure(text(size: size, weight: "bold", word)).width > width)
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

#let plain-name(person) = if person.isByHand {
  box(width: 100%, height: 1.1em, stroke: (bottom: 0.6pt + soft), align(top, text(size: 6pt, fill: soft, paper.words.byHand)))
} else { breakable(person.name) }

#let sign-of(person, size) = if person.sign != "" {
  box(inset: (x: 3pt, y: 2pt), stroke: 0.8pt + accent, radius: 2pt, text(size: size, weight: "bold", fill: accent, person.sign))
}

// What the door reads with a camera, and what is typed there where it cannot.
#let code-of(person, side) = if person.codePicture != "" {
  box(width: side, {
    pdf.artifact(image(bytes(person.codePicture), format: "svg", width: side))
    v(side * 0.1, weak: true)
    align(center, text(size: side * 0.14, weight: "bold", tracking: 0.08em, person.code))
  })
}

// The rounds and the table of each, side by side.
#let stops(person, size) = grid(
  columns: paper.rounds.len(), column-gutter: 1fr, row-gutter: 2pt,
  ..paper.rounds.map(round => text(size: size * 0.55, fill: soft, round.short)),
  ..person.tables.map(table => text(size: size, weight: "bold", table)),
)

#let foot = context grid(columns: (1fr, auto), column-gutter: 10pt,
  text(size: 8pt, fill: soft, paper.footer), text(size: 8pt, fill: soft, counter(page).display("1 / 1", both: true)))
`

const badge = String.raw`
#let badge(person, width, height, sizes, small) = block(width: width, height: height, inset: (x: 7mm, top: 5mm, bottom: 4mm), {
  let inner = width - 14mm
  let side = height * 0.26
  grid(columns: (1fr, auto), align: (left + horizon, right), text(size: small * 0.8, fill: soft, paper.event), sign-of(person, small * 0.9))
  v(2mm)
  v(1fr)
  name-of(person, inner, height * 0.29, sizes)
  v(small * 0.9)
  block(text(size: small * 1.35, breakable(person.organisation, most: 40)))
  if person.title != "" { v(small * 0.6); block(text(size: small, fill: soft, breakable(person.title, most: 50))) }
  v(1fr)
  grid(columns: (1fr, auto), column-gutter: 4mm, align: (bottom, bottom),
    {
      line(length: 100%, stroke: 0.5pt + rule)
      v(1.5mm)
      grid(columns: (auto, 1fr), column-gutter: 4mm, align: (horizon, left),
        text(size: small * 0.9, fill: soft, paper.words.table), stops(person, small * 1.7))
    },
    code-of(person, side))
})
`

const list = String.raw`
#set page(paper: "a4", margin: (x: 18mm, top: 18mm, bottom: 20mm), footer: foot)
#show heading.where(level: 1): set text(size: 22pt)
#show heading.where(level: 2): set text(size: 15pt)
`

const forms: Record<PrintForm, string> = {
  badges: String.raw`${badge}
#set page(paper: "a4", margin: 0mm)
#set par(spacing: 0pt)
#for (index, chunk) in paper.people.chunks(8).enumerate() {
  if index > 0 { pagebreak() }
  grid(columns: (105mm, 105mm), rows: 74.25mm, stroke: (paint: rule, thickness: 0.4pt, dash: "dashed"),
    ..chunk.map(person => badge(person, 105mm, 74.25mm, (30pt, 27pt, 24pt, 21pt, 18pt, 16pt, 14pt, 12pt), 9pt)))
}
`,
  'badges-a6': String.raw`${badge}
#set page(paper: "a6", flipped: true, margin: 0mm)
#set par(spacing: 0pt)
#for (index, person) in paper.people.enumerate() {
  if index > 0 { pagebreak() }
  badge(person, 148mm, 105mm, (44pt, 40pt, 36pt, 32pt, 28pt, 24pt, 20pt, 17pt), 12pt)
}
`,
  'table-cards': String.raw`
#set page(paper: "a4", margin: 0mm)
#let half(table) = block(width: 210mm, height: 148.5mm, inset: 14mm, align(center + horizon, {
  text(size: 30pt, fill: soft, paper.words.table)
  v(6mm, weak: true)
  text(size: 220pt, weight: "bold", fill: accent, top-edge: "bounds", bottom-edge: "bounds", table.id)
  v(8mm, weak: true)
  if table.host != none { text(size: 18pt, table.host) }
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
  hosts: String.raw`${list}
#for (index, table) in paper.tables.enumerate() {
  if index > 0 { pagebreak() }
  heading(level: 1, table.name)
  text(size: 13pt, if table.host == none { paper.about } else { table.hostTitle })
  for (number, round) in table.rounds.enumerate() {
    block(breakable: false, above: 16pt, {
      heading(level: 2, paper.rounds.at(number).name)
      for question in round.questions { block(above: 8pt, text(size: 14pt, weight: "bold", question)) }
      v(2mm, weak: true)
      if round.people.len() == 0 { text(fill: soft, paper.words.nobody) } else {
        set text(size: 11.5pt)
        std.table(columns: (1.1fr, 1fr, 1.1fr), stroke: (_, y) => (bottom: if y == 0 { 1pt + accent } else { 0.5pt + rule }), inset: (x: 3pt, y: 4pt),
          std.table.header(..(paper.words.name, paper.words.title, paper.words.organisation).map(word => text(size: 9pt, weight: "bold", word))),
          ..round.people.map(at => { let person = paper.people.at(at); (strong(plain-name(person)), breakable(held(person.title)), breakable(held(person.organisation))) }).flatten())
      }
    })
  }
}
`,
  people: String.raw`${list}
#heading(level: 1, paper.title)
#text(size: 12pt, paper.about)
#v(4mm)
#set text(size: 12pt)
#table(columns: (1.3fr, 1.2fr) + paper.rounds.map(_ => calc.min(14mm, 84mm / paper.rounds.len())),
  align: (index, _) => if index > 1 { center } else { left },
  stroke: (_, y) => (bottom: if y == 0 { 1pt + accent } else { 0.5pt + rule }), inset: (x: 3pt, y: 4.5pt),
  table.header(..((paper.words.name, paper.words.organisation) + paper.rounds.map(round => round.short)).map(word => text(size: 10pt, weight: "bold", word))),
  ..paper.people.map(person => (strong(plain-name(person)), breakable(held(person.organisation))) + person.tables.map(at => text(size: 14pt, weight: "bold", at))).flatten())
`,
  tables: String.raw`${list}
#let columns = paper.rounds.len()
#set page(flipped: columns > 2)
#heading(level: 1, paper.title)
#text(size: 12pt, paper.about)
#for seats in paper.tables {
  block(breakable: false, above: 18pt, {
    heading(level: 2, seats.name)
    set text(size: 10.5pt)
    table(columns: (1fr,) * columns, column-gutter: 2mm, stroke: (_, y) => if y == 0 { (bottom: 1pt + accent) }, inset: (x: 3pt, y: 5pt),
      table.header(..paper.rounds.map(round => text(size: 9.5pt, weight: "bold", round.name))),
      ..seats.rounds.map(round => if round.people.len() == 0 { text(fill: soft, paper.words.nobody) } else {
        stack(spacing: 5pt, ..round.people.map(at => { let person = paper.people.at(at); par(hanging-indent: 3mm, if person.isByHand { plain-name(person) } else { breakable(person.name, most: calc.max(8, calc.floor((if columns > 2 { 120 } else { 80 }) / columns))) }) })) }))
  })
}
`,
  wall: String.raw`
#set page(paper: "a4", flipped: true, margin: (x: 10mm, top: 10mm, bottom: 12mm), footer: foot, footer-descent: 20%)
#show heading.where(level: 1): set text(size: 26pt)
#let card(seats, number, size) = block(width: 100%, stroke: 0.8pt + rule, radius: 3pt, inset: 2.5mm, {
  block(below: 2mm, text(size: size * 1.5, weight: "bold", fill: accent, seats.name))
  let people = seats.rounds.at(number).people
  if people.len() == 0 { text(size: size * 0.8, fill: soft, paper.words.nobody) }
  stack(spacing: size * 0.5, ..people.map(at => { let person = paper.people.at(at); par(leading: 0.35em, hanging-indent: 2mm, text(size: size, plain-name(person))) }))
})
#let tables(number, size, across) = grid(columns: (1fr,) * across, gutter: 3mm, ..paper.tables.map(seats => card(seats, number, size)))
#for (number, round) in paper.rounds.enumerate() {
  if number > 0 { pagebreak() }
  heading(level: 1, round.name)
  v(2mm, weak: true)
  // As large as one sheet holds.
  context {
    let sizes = (16pt, 15pt, 14pt, 13pt, 12pt, 11pt, 10.5pt, 10pt, 9.5pt, 9pt, 8.5pt, 8pt, 7.5pt, 7pt)
    let fits(size, across) = measure(block(width: 277mm, tables(number, size, across))).height <= 170mm
    // Where the sizes that fit begin: halving the rest asks a few of them instead of each.
    let first-fitting(across) = {
      let (low, high) = (0, sizes.len() - 1)
      while low < high {
        let middle = calc.quo(low + high, 2)
        if fits(sizes.at(middle), across) { high = middle } else { low = middle + 1 }
      }
      low
    }
    let (at, across) = range(2, 7).map(across => (first-fitting(across), across)).sorted().first()
    tables(number, sizes.at(at), across)
  }
}
`,
}
