/**
 * How a paper is set. Every word of it comes from `paper.json` as a string, and a string is never read as markup: whatever
 * somebody has written, it is printed as it is written.
 */
export const typstTemplate = String.raw`
#let paper = json("paper.json")
#let isSheet = paper.at("isSheet", default: false)
#let accent = rgb("#1c6676")
#let soft = rgb("#5f5a50")
#let rule = rgb("#dfdad0")

#set document(title: paper.title, author: paper.author, date: none)
#set text(lang: paper.language, region: if paper.language == "sv" { "SE" } else { "GB" },
  font: "Schibsted Grotesk", size: 9.5pt, fill: rgb("#23241f"), hyphenate: false, fallback: false)
#set par(leading: 0.62em, spacing: 0.9em)

#let lines(words) = words.split("\n").intersperse(linebreak()).join()

// The same outlines that the pages have, so that a sign is known without its colour.
#let sign(tone) = {
  let size = 5.2pt
  let drawn = if tone == "good" { circle(radius: size / 2, stroke: 1pt + rgb("#1e6b3a"), fill: rgb("#1e6b3a").lighten(55%)) }
    else if tone == "neutral" { circle(radius: size / 2, stroke: 1pt + rgb("#5f5a50")) }
    else if tone == "warning" { polygon(fill: rgb("#9a5b00"), (0pt, size), (size / 2, 0pt), (size, size)) }
    else if tone == "bad" { square(size: size, fill: rgb("#a3281e")) }
    else if tone == "done" { circle(radius: size / 2, fill: rgb("#1c4f8a")) }
    else if tone == "ended" { square(size: size, stroke: 1pt + rgb("#5f5a50")) }
    else { line(length: size, stroke: 1pt + rgb("#7c7873")) }
  box(width: size + 3pt, drawn)
}
#let phrase(one) = {
  if "tone" in one { sign(one.tone) }
  let words = lines(one.text)
  if "language" in one { text(lang: one.language, words) } else { words }
}
#let phrases(many) = many.map(phrase).join()

#let small(words) = text(size: 7.5pt, fill: soft, words)

#let set-table(one) = {
  set text(size: 8pt)
  set par(leading: 0.5em)
  // A long word in a narrow column is parted rather than let into the next.
  set text(hyphenate: true)
  table(
    columns: one.columns.map(column => column.share * 1fr),
    align: one.columns.map(column => if column.at("isNumeric", default: false) { right } else { left }),
    stroke: (_, y) => (bottom: if y == 0 { 1pt + accent } else { 0.5pt + rule }),
    inset: (x: 3pt, y: 3.5pt),
    table.header(..one.columns.map(column => table.cell(align: bottom, text(weight: "bold", size: 7.5pt, hyphenate: true, column.label)))),
    ..one.rows.map(row => row.enumerate().map(((index, cell)) =>
      if index == 0 { text(weight: "bold", phrase(cell)) } else { phrase(cell) })).flatten(),
  )
}

#let set-block(one, index) = {
  if one.kind == "heading" { heading(level: one.level, if one.text.trim() == "" { "–" } else { one.text }) }
  else if one.kind == "paragraph" {
    let look = one.at("look", default: "")
    par(if look == "small" { small(phrases(one.phrases)) }
      else if look == "lead" { text(size: 11.5pt, phrases(one.phrases)) }
      else { phrases(one.phrases) })
  }
  else if one.kind == "notice" {
    block(width: 100%, inset: 8pt, stroke: (left: 3pt + rgb("#9a5b00")), fill: rgb("#f3f1eb"), {
      par(strong(one.title))
      par(lines(one.text))
    })
  }
  else if one.kind == "list" { list(spacing: 0.7em, ..one.items.map(phrases)) }
  else if one.kind == "table" { set-table(one) }
  else if one.kind == "picture" {
    if isSheet { image(str(index) + ".svg", alt: one.alt, width: 100%, height: 100%, fit: "contain") }
    else { image(str(index) + ".svg", alt: one.alt, width: 82%) }
  }
}

#let set-blocks() = for (index, one) in paper.blocks.enumerate() { set-block(one, index) }

#if isSheet [
  #set page(paper: "a3", flipped: true, margin: 10mm)
  #hide(place(heading(level: 1, outlined: false, bookmarked: true, paper.title)))
  #set-blocks()
] else [
  #set page(paper: "a4", margin: (x: 20mm, top: 20mm, bottom: 22mm),
    footer: context grid(columns: (1fr, auto), column-gutter: 10pt,
      small(lines(paper.footer)), small(counter(page).display("1 / 1", both: true))))
  #show title: set text(size: 24pt, fill: accent)
  #show heading.where(level: 1): it => block(above: 22pt, below: 10pt, sticky: true, text(size: 16pt, fill: accent, it.body))
  #show heading.where(level: 2): it => block(above: 18pt, below: 8pt, sticky: true, text(size: 12.5pt, it.body))
  #show heading.where(level: 3): it => block(above: 14pt, below: 6pt, sticky: true, text(size: 10.5pt, it.body))
  #show outline.entry.where(level: 1): set block(above: 0.8em)
  #title()
  #text(size: 13pt, lines(paper.subtitle))

  #text(size: 10pt, fill: soft, paper.author)

  #if paper.contents != "" [
    #outline(title: paper.contents, depth: 2, indent: 1.2em)
    #pagebreak()
  ]
  #set-blocks()
]
`
