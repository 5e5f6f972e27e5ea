export { sayWords, type WordRefusal } from './actions/say-words.ts'
export { CellForm } from './core/cell-form.ts'
export type { CellGrid, GridEntry } from './core/cell-grid.ts'
export type { Framework, Programme } from './core/framework.ts'
export { standingOf } from './core/status.ts'
export { programmeApi } from './pages/api.ts'
export { MunicipalityInterventions } from './pages/cell-cards.tsx'
export { Matrix } from './pages/matrix.tsx'
export { ExampleNotice, ProposalNotice, ProposalTag } from './pages/notices.tsx'
export { readerOf } from './pages/reader.ts'
export { programmeRoutes } from './pages/routes.tsx'
export { StandingStatus } from './pages/standing-status.tsx'
export {
  ago,
  dueInWords,
  numbered,
  standingsInWords,
  statusChoices,
  wordErrorInWords,
  type Reader,
} from './pages/words.ts'
export { plantProgramme } from './seed.ts'
export { frameworkOf } from './framework-store.ts'
export { cellGrid } from './store.ts'
