import { stripDrawing, stripNotes } from '#ui/charts/distribution-strip.tsx'
import { multiplesDrawing } from '#ui/charts/small-multiples.tsx'
import type { Asked, ChartName } from '../charts/chart-address.ts'
import type { DrawnChart } from '../charts/chart-file.ts'
import { alikeChart, linesChart, positionChart } from './compare-charts.ts'
import { askedOf } from './compare-query.ts'
import { compareView, type CompareFound, type CompareView } from './compare-view.ts'
import { drawnLines } from '../charts/indicator-chart.ts'

const drawers = { position: drawnPosition, lines: drawnCourses, alike: drawnAlike } as const
type CompareChartName = keyof typeof drawers

/** Whether a chart stands on the page of comparisons. */
export function isCompareChart(name: ChartName): name is CompareChartName {
  return name in drawers
}

/** One of the charts of a comparison; null where there is nothing to draw, or the question was not understood. */
export function compareChart(
  name: CompareChartName,
  found: CompareFound,
  url: URL,
): { readonly chart: DrawnChart; readonly asked: Asked } | null {
  const view = compareView(found, url)
  const drawn = view.problems.length > 0 || !view.compared.year ? null : drawers[name](view)
  return (
    drawn && {
      chart: { ...drawn, sources: view.sources },
      asked: askedOf(view.asked, view.places, view.locale),
    }
  )
}

function drawnPosition(view: CompareView) {
  const chart = positionChart(view)
  return chart && { words: chart, drawing: stripDrawing(chart), notes: stripNotes(chart) }
}

function drawnCourses(view: CompareView) {
  return drawnLines(linesChart(view))
}

function drawnAlike(view: CompareView) {
  const chart = alikeChart(view)
  return chart && { words: chart, drawing: multiplesDrawing(chart), notes: [] }
}
