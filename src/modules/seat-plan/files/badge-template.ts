/** A badge: the name as large as its place lets it, and what is read from nearer below it. */
const badge = String.raw`
#set par(spacing: 0pt)

// What the door reads with a camera, and what is typed there where it cannot.
#let code-of(person, side) = if person.codePicture != "" {
  box(width: side, {
    pdf.artifact(image(bytes(person.codePicture), format: "svg", width: side))
    v(side * 0.1, weak: true)
    align(center, text(size: side * 0.14, weight: "bold", tracking: 0.08em, person.code))
  })
}

// The rounds and the table of each, side by side; with many rounds, smaller.
#let stops(person, width, size) = context {
  let set-in(size) = grid(
    columns: paper.rounds.len(), column-gutter: size * 0.8, row-gutter: size * 0.15,
    ..paper.rounds.map(round => text(size: size * 0.5, fill: soft, round.short)),
    ..person.tables.map(table => text(size: size, weight: "bold", table)),
  )
  set-in(size * calc.min(1, width / measure(set-in(size)).width))
}

#let badge(person, width, height, sizes) = block(width: width, height: height, inset: (x: height * 0.08, top: height * 0.065, bottom: height * 0.06), {
  let unit = height / 74.25mm * 1pt
  let inner = width - height * 0.16
  let side = height * 0.26
  let beside = inner - side - height * 0.05
  grid(columns: (1fr, auto), align: (left + horizon, right), text(size: 8 * unit, fill: soft, paper.event), sign-of(person, 9 * unit))
  v(height * 0.02)
  block(height: 1fr, width: 100%, align(left + horizon, name-of(person, inner, height * 0.36, sizes)))
  grid(columns: (beside, side), column-gutter: 1fr, align: (left + bottom, right + bottom),
    {
      fit(person.organisation, beside, height * 0.15, (15, 14, 13, 12, 11, 10).map(size => size * unit), weight: "medium")
      if person.title != "" { v(3 * unit); fit(person.title, beside, height * 0.07, (11, 10, 9, 8).map(size => size * unit), weight: "regular") }
      v(5 * unit)
      line(length: 100%, stroke: 0.5pt + rule)
      v(4 * unit)
      grid(columns: (auto, 1fr), column-gutter: height * 0.05, align: (left + bottom, left),
        text(size: 10 * unit, fill: soft, paper.words.table), stops(person, beside - height * 0.17, 20 * unit))
    },
    code-of(person, side))
})
`

export const badgeTemplate = String.raw`${badge}
#set page(paper: "a4", margin: 0mm)
#let sizes = (38pt, 36pt, 34pt, 32pt, 30pt, 28pt, 26pt, 24pt, 22pt, 20pt, 18pt, 16pt, 14pt, 12pt)
#for (index, chunk) in paper.people.chunks(8).enumerate() {
  if index > 0 { pagebreak() }
  grid(columns: (105mm, 105mm), rows: 74.25mm, stroke: (paint: rule, thickness: 0.4pt, dash: "dashed"),
    ..chunk.map(person => badge(person, 105mm, 74.25mm, sizes)))
}
`

export const a6BadgeTemplate = String.raw`${badge}
#set page(paper: "a6", flipped: true, margin: 0mm)
#let sizes = (56pt, 52pt, 48pt, 44pt, 40pt, 37pt, 34pt, 31pt, 28pt, 25pt, 22pt, 19pt, 16pt)
#for (index, person) in paper.people.enumerate() {
  if index > 0 { pagebreak() }
  badge(person, 148mm, 105mm, sizes)
}
`
