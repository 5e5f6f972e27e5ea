export { handOverCell } from './actions/hand-over-cell.ts'
export { sayWords, type WordRefusal } from './actions/say-words.ts'
export type { NamedPerson } from './core/cell.ts'
export { CellForm } from './core/cell-form.ts'
export type { CellGrid, GridEntry, GridIntervention, GridMunicipality } from './core/cell-grid.ts'
export { treeOf, type Framework, type GoalBranch, type Programme } from './core/framework.ts'
export { maySay, nameOf, standingWords, type StandingWords, type Vocabulary } from './core/vocabulary.ts'
export { changesBetween, type CellChange } from './core/changes-between.ts'
export { gapsOf, type Gaps } from './core/gaps.ts'
export { countStandings, standingOf, type Standing, type Status } from './core/status.ts'
export { programmeApi } from './pages/api.ts'
export { MunicipalityInterventions } from './pages/cell-cards.tsx'
export { Matrix } from './pages/matrix.tsx'
export { ExampleNotice, ProposalNotice, ProposalTag } from './pages/notices.tsx'
export { readerIn, readerOf } from './pages/reader.ts'
export { programmeRoutes } from './pages/routes.tsx'
export { StandingStatus } from './pages/standing-status.tsx'
export {
  ago,
  cellHref,
  conflictInWords,
  dueInWords,
  dueListInWords,
  langOfWord,
  numbered,
  statusChoices,
  toneOf,
  wordErrorInWords,
  type Reader,
} from './pages/words.ts'
export { plantProgramme } from './seed.ts'
export { frameworkOf, vocabularyOf } from './framework-store.ts'
export { cellGrid } from './store.ts'
export { cellsSince, cellSpeakers } from './word-store.ts'
