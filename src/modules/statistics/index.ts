export { checkCubes, rebuildCubes, type CubeFault } from './check.ts'
export { Cube, type KnownFigure } from './core/cube.ts'
export {
  codeOf,
  genders,
  missingReasons,
  saidBy,
  type Figure,
  type Gender,
  type MissingReason,
  type Said,
} from './core/figure.ts'
export type { Change, Moves } from './core/moves.ts'
export { isMunicipality, standingOf, type Standing } from './core/standing.ts'
export { arrivalsOf, historyOf, replacedFigures, type Replaced, type SeriesFigure } from './figure-store.ts'
export { cubesAsKnown, cubesOf } from './kept-cubes.ts'
export { profileOf } from './standing-store.ts'
export { compareWith, record, type Batch, type Recorded } from './record.ts'
export {
  addSource,
  beginSeries,
  holdFigures,
  retrievalsOf,
  seriesWith,
  type NewRetrieval,
  type Retrieval,
  type Source,
  type Way,
} from './store.ts'
