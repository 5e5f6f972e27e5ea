export type { HeadlineReading } from './core/reading.ts'
export { editIndicatorAddress, newIndicatorAddress } from './pages/addresses.ts'
export { indicatorApi } from './pages/api.ts'
export { HeadlineCards } from './pages/headline-cards.tsx'
export { IndicatorMap } from './pages/indicator-map.tsx'
export { MunicipalityIndicators } from './pages/municipality-indicators.tsx'
export { askedFor } from './pages/query.ts'
export { indicatorRoutes } from './pages/routes.tsx'
export { indicatorCodesInWords } from './pages/words.ts'
export {
  indicatorReadings,
  municipalityReadings,
  overviewIndicators,
  type MunicipalityReading,
  type OverviewIndicators,
} from './reads.ts'
export { plantIndicators } from './seed.ts'
export { choicesOf, type Choice } from './store.ts'
