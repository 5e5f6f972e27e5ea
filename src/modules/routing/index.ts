export {
  deskIn,
  routeOf,
  type FoundDesk,
  type Route,
  type RoutedPart,
  type TriageReason,
} from './core/route.ts'
export type { DeskFacts, MatterFacts } from './core/rule.ts'
export { answersTo, type Topic } from './core/topic.ts'
export { desksOf, type PlacedDesk } from './desk-store.ts'
export type { KeptMatters, PastMatter } from './kept-matters.ts'
export { routingRoutes } from './pages/routes.tsx'
export { becauseInWords, type Because } from './pages/words.ts'
export { plantRouting } from './seed.ts'
export { allTopicsOf, topicsOf, townHallsOf } from './store.ts'
