/**
 * A sheet for each host, in the hand and to write on: the rounds beside one another, each with its question, who sits there and
 * room to write. One page holds a table; where that many rounds or people could not be read, all tables get a front and a back.
 */
export const hostTemplate = String.raw`
#set page(paper: "a4", flipped: true, margin: (x: 10mm, top: 9mm, bottom: 12mm), footer: foot, footer-descent: 25%)
#set par(leading: 0.35em, spacing: 0.45em)
#show heading: set block(above: 0pt, below: 0pt)
#show heading.where(level: 1): set text(size: 30pt)

#let (wide, high, gutter) = (277mm, 186mm, 5mm)
#let (line-to-write-on, label) = (8mm, 4mm)
#let room-for(lines) = label + lines * line-to-write-on
// What is tried, the best first. Smaller than the last is not read at arm's length: then the rounds are too many for one side.
#let looks = (
  ..(14pt, 13pt, 12pt, 11pt).map(size => (size: size, has-titles: true, room: room-for(5))),
  ..(11pt, 10.5pt, 10pt, 9.5pt).map(size => (size: size, has-titles: true, room: room-for(2))),
  ..(10.5pt, 10pt, 9.5pt).map(size => (size: size, has-titles: false, room: room-for(2))),
  (size: 9.5pt, has-titles: false, room: room-for(1)),
)

#let guest(at, look, width) = {
  let person = paper.people.at(at)
  let size = look.size
  let small = calc.max(8.5pt, size * 0.85)
  let about = ((if look.has-titles { person.title } else { "" }), person.organisation).filter(words => words.trim() != "")
  block(below: size * 0.8, {
    block(text(size: size, weight: "bold", plain-name(person, words: parted(person.name, width, size: size, weight: "bold"))))
    // The mark between keeps two names of right-to-left letters in their order.
    block(above: size * 0.5, text(size: small, about.map(words => parted(words, width, size: small)).join(",\u{200E} ")))
  })
}

#let guests(people, look, width) = if people.len() == 0 { text(size: look.size, fill: soft, paper.words.nobody) } else { for at in people { guest(at, look, width) } }

#let questions(asked, look) = for question in asked { block(text(size: look.size, breakable(question))) }

// A question of every round stands once, above them all.
#let shared-of(table) = if table.rounds.len() < 2 { () } else {
  table.rounds.first().questions.filter(asked => table.rounds.all(round => asked in round.questions))
}

#let head(table, look) = {
  grid(columns: (auto, 1fr, auto), column-gutter: 8mm, align: (left + horizon, left + horizon, right + horizon),
    heading(level: 1, table.name),
    if table.host != none {
      set text(size: 12pt)
      let host = paper.people.at(table.host)
      grid(columns: (auto, 1fr), column-gutter: 1.5mm, paper.words.host, strong(plain-name(host)))
      block(above: 2.5mm, breakable(host.organisation))
    },
    block(width: 85mm, text(size: 9pt, fill: soft, paper.about)))
  v(3mm)
  let shared = shared-of(table)
  if shared.len() > 0 {
    block(spacing: 0pt, questions(shared, look))
    v(4mm)
  }
}

#let width-of(count) = (wide - gutter * (count - 1)) / count
#let high-of(width, body) = measure(block(width: width, body)).height

// How high each part is, so that the same part begins at the same height in each round.
#let parts(table, numbers, look) = {
  let width = width-of(numbers.len())
  let shared = shared-of(table)
  let rounds = numbers.map(number => (number: number, ..table.rounds.at(number)))
    .map(round => (..round, questions: round.questions.filter(asked => asked not in shared)))
  let highest(part) = calc.max(..rounds.map(round => high-of(width, part(round))))
  (
    width: width, rounds: rounds,
    asked: highest(round => questions(round.questions, look)),
    seated: highest(round => guests(round.people, look, width)),
    head: high-of(wide, head(table, look)),
  )
}

// What stands between the parts: the name of the round, and what parts it from its question and that from who sits there.
#let between = 18mm
#let room-in(part) = high - part.head - between - part.asked - part.seated

#let look-of(table, numbers) = {
  let people = numbers.map(number => table.rounds.at(number).people).flatten().dedup().map(at => paper.people.at(at))
  let widest-word = widest(people.map(person => (person.name, person.organisation)).flatten(), weight: "bold")
  let narrowest = width-of(numbers.len())
  let fitting = looks.filter(look => room-in(parts(table, numbers, look)) >= look.room)
  let unbroken = fitting.find(look => widest-word * look.size <= narrowest)
  if unbroken != none { unbroken } else { fitting.at(-1, default: none) }
}

#let lines-to-write-on(room) = {
  block(height: label, text(size: 8pt, fill: soft, paper.words.notes))
  let count = calc.max(1, calc.floor((room - label) / line-to-write-on))
  for _ in range(count) {
    pdf.artifact(block(height: calc.max(0mm, room - label) / count, spacing: 0pt, width: 100%, stroke: (bottom: 0.5pt + rule)))
  }
}

#let column(round, part, look) = {
  block(width: 100%, below: 3.5mm, inset: (bottom: 1.5mm), stroke: (bottom: 1.2pt + accent), heading(level: 2, text(size: 14pt, paper.rounds.at(round.number).name)))
  block(height: part.asked, below: 4mm, questions(round.questions, look))
  block(height: part.seated, below: 4mm, guests(round.people, look, part.width))
  lines-to-write-on(room-in(part))
}

#let side(table, numbers) = {
  let look = look-of(table, numbers)
  if look == none { look = looks.last() }
  let part = parts(table, numbers, look)
  block(spacing: 0pt, head(table, look))
  block(spacing: 0pt, grid(columns: (part.width,) * numbers.len(), column-gutter: gutter, ..part.rounds.map(round => column(round, part, look))))
}

#context {
  let all = range(paper.rounds.len())
  // As few sides a table as can be read, and as many for each table, so that a front is never another's back.
  let counts = range(calc.ceil(all.len() / 5), all.len() + 1).map(sides => calc.max(1, calc.ceil(all.len() / calc.max(1, sides))))
  let is-read(count) = paper.tables.all(table => all.chunks(count).all(numbers => look-of(table, numbers) != none))
  let count = counts.find(is-read)
  if count == none { count = counts.last() }
  for (index, table) in paper.tables.enumerate() {
    for (nth, numbers) in all.chunks(count).enumerate() {
      if index + nth > 0 { pagebreak() }
      side(table, numbers)
    }
  }
}
`
