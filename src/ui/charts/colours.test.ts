import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { colourDistance, contrast, type Lab, labOf, lightOf, seenBy, visionNames } from './testing.ts'

const read = (name: string) => readFileSync(new URL(`../styles/${name}`, import.meta.url), 'utf8')
const css = read('chart-colours.css')
const schemes = ['light', 'dark'] as const
type Scheme = (typeof schemes)[number]

function colour(name: string, scheme: Scheme): string {
  const pair = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css)
  return pair?.[scheme === 'light' ? 1 : 2] ?? `no ${name}`
}

// The ground the charts stand on, and the letters on it: foundation.css takes them from the theme.
const theme = read('theme/samsyn.css')
const paper = { light: '#fbfaf7', dark: '#121617' }
const ink = { light: '#23241f', dark: '#eceeea' }

describe('the measure', () => {
  // Pairs 1, 7, 14, 17 and 25 of the test data that its authors published with the formula.
  it.each<[Lab, Lab, number]>([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  ])('between %j and %j is %d', (one, other, distance) => {
    expect(colourDistance(one, other)).toBeCloseTo(distance, 3)
    expect(colourDistance(other, one)).toBeCloseTo(distance, 3)
  })

  it('leaves white white to every eye', () => {
    for (const vision of visionNames)
      expect(colourDistance(labOf(seenBy(vision, [1, 1, 1])), labOf([1, 1, 1]))).toBeLessThan(0.1)
  })

  it('knows the grounds of the theme', () => {
    for (const scheme of schemes) {
      expect(theme).toContain(`--ds-color-neutral-background-default: ${paper[scheme]}`)
      expect(theme).toContain(`--ds-color-neutral-text-default: ${ink[scheme]}`)
    }
  })
})

describe.each(schemes)('in the %s', (scheme) => {
  const steps = [1, 2, 3, 4, 5].map((step) => colour(`step-${step}`, scheme))

  /*
   * Two fields that touch are told apart from a distance of about 2.3 on (the just noticeable difference). A reader of a map
   * looks from a municipality to a legend, over other colours, on a poor projector: more than four times as much is asked for, of every eye
   * and of a printer without colour.
   */
  it.each(visionNames)('neighbouring classes of a map are told apart: %s', (vision) => {
    const seen = steps.map((step) => labOf(seenBy(vision, lightOf(step))))
    const distances = seen.slice(1).map((one, index) => colourDistance(seen[index] ?? one, one))
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(10)
  })

  it.each(visionNames)('a stronger class is further from the paper: %s', (vision) => {
    const ground = labOf(seenBy(vision, lightOf(paper[scheme])))
    const distances = steps.map((step) => Math.abs(labOf(seenBy(vision, lightOf(step)))[0] - ground[0]))
    expect(distances).toEqual(distances.toSorted((a, b) => a - b))
  })

  it('a name can be read on the colour of its place', () => {
    for (const [index, step] of steps.entries())
      expect(contrast(index < 3 ? ink[scheme] : paper[scheme], step), step).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['compare-1', 'compare-2', 'compare-3', 'compare-4', 'compare-5', 'compare-6', 'target'])(
    'the words of --%s can be read',
    (name) => {
      expect(contrast(colour(name, scheme), paper[scheme])).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('bars stand out from the paper', () => {
    expect(contrast(colour('minus', scheme), paper[scheme])).toBeGreaterThanOrEqual(3)
  })
})
