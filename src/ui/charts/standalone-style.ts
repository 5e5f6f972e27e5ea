/** The light theme's colours of text and lines on white paper, which a file of its own cannot ask the page for. */
const ground: Readonly<Record<string, string>> = {
  ink: '#23241f',
  'ink-soft': '#5f5a50',
  paper: '#ffffff',
  'paper-tinted': '#f3f1eb',
  rule: '#dfdad0',
  axis: '#7c7873',
  accent: '#1c6676',
}

/** A face that is somewhere on every machine stands after our own. */
export const standaloneFamily =
  "'Schibsted Grotesk', 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"

/** How each class looks, as attributes of SVG. In the order of the rules: a later one wins. */
export type Looks = ReadonlyMap<string, Readonly<Record<string, string>>>

const marks = import.meta.glob<string>('../styles/marks/*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const palette = import.meta.glob<string>('../styles/chart-colours.css', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** What CSS knows and an SVG attribute does not; a drawing does without. */
const onlyInStyles = new Set(['font-variant-numeric'])

/** The pages' own rules for drawings, in their light colours. */
export const pageLooks: Looks = looksFrom(Object.values(marks).join('\n'), Object.values(palette).join('\n'))

/** Reads rules of one class each, with the first of each pair `--name: light-dark(light, dark)` for `var(--name)`. */
export function looksFrom(rules: string, colours: string): Looks {
  const light = [...colours.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),/g)]
  const known = new Map([
    ...light.map(([, name, colour]) => [name, colour] as const),
    ...Object.entries(ground),
  ])
  const looks = new Map<string, Record<string, string>>()
  for (const [, selectors = '', body = ''] of withoutComments(rules).matchAll(/([^{}]+)\{([^}]*)\}/g)) {
    for (const selector of selectors.split(',')) {
      const name = selector.trim().slice(1)
      looks.set(name, { ...looks.get(name), ...attributesOf(body, known) })
    }
  }
  return looks
}

function attributesOf(body: string, known: ReadonlyMap<string | undefined, string | undefined>) {
  const attributes: Record<string, string> = {}
  for (const [, property = '', value = ''] of body.matchAll(/([\w-]+):\s*([^;]+);/g)) {
    if (onlyInStyles.has(property)) continue
    attributes[property] = value.replace(/px$/, '').replace(/var\(--([\w-]+)\)/, (_whole, name: string) => {
      const colour = known.get(name)
      if (colour === undefined) throw new Error(`The style of charts has no colour --${name}`)
      return colour
    })
  }
  return attributes
}

function withoutComments(css: string): string {
  return css.replaceAll(/\/\*[\s\S]*?\*\//g, '')
}

/** Texts that lie over lines and colours, and keep the pale edge that makes them readable there. */
const edged = ['map__name', 'sign']
const edge = ['paint-order', 'stroke', 'stroke-width', 'stroke-linejoin']

/**
 * Puts the looks of classes in their place, on each element. A style sheet inside the file would be simpler to write, but a
 * browser that is shown the file refuses it, as our pages tell it to refuse every inline style, and many programs for
 * drawing and writing overlook it.
 */
export function dressed(svg: string, looks: Looks): string {
  return svg
    .replaceAll(
      /<text([^>]*) class="([^"]*)"([^>]*)>([^<]*)<\/text>/g,
      (_whole, before: string, names: string, after: string, words: string) =>
        dressedText({ others: before + after, names: names.split(' '), words }, looks),
    )
    .replaceAll(/ class="([^"]*)"/g, (_whole, names: string) => written(worn(names.split(' '), looks)))
}

interface Text {
  readonly others: string
  readonly names: readonly string[]
  readonly words: string
}

/**
 * On a page a text has its edge behind its letters. Programs that do not know that order would draw the edge over them, so
 * here it is a text of its own, underneath, where it is needed at all.
 */
function dressedText({ others, names, words }: Text, looks: Looks): string {
  const look = worn(names, looks)
  const letters = Object.fromEntries(Object.entries(look).filter(([name]) => !edge.includes(name)))
  const text = (attributes: Readonly<Record<string, string>>) =>
    `<text${others}${written(attributes)}>${words}</text>`
  if (!edged.some((name) => names.includes(name)) || look['stroke'] === undefined) return text(letters)
  const { 'paint-order': _order, ...under } = look
  return text({ ...under, fill: look['stroke'] }) + text(letters)
}

function worn(names: readonly string[], looks: Looks): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [name, look] of looks) if (names.includes(name)) Object.assign(attributes, look)
  return attributes
}

function written(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
}
