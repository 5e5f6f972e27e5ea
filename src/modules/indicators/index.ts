export { addIndicator } from './actions/add-indicator.ts'
export { connectSeries } from './actions/connect-series.ts'
export { IndicatorForm } from './core/forms.ts'
export { goOnWithSeries } from './actions/go-on-with-series.ts'
export type { Indicator } from './core/indicator.ts'
export { isWithheld } from './core/joined.ts'
export type { HeadlineReading } from './core/reading.ts'
export { editIndicatorAddress, newIndicatorAddress } from './pages/addresses.ts'
export { toldIndicators, type ToldIndicator } from './digest-reads.ts'
export { indicatorApi } from './pages/downloads/api.ts'
export { digestOf, type IndicatorDigest } from './pages/digest.ts'
export { HeadlineCards } from './pages/headline-cards.tsx'
export { fieldOfRefusal, IndicatorFields, indicatorErrorInWords } from './pages/edit/indicator-fields.tsx'
export { IndicatorMap } from './pages/indicator/indicator-map.tsx'
export { MunicipalityIndicators } from './pages/municipality-indicators.tsx'
export { ProfileLink } from './pages/profile/profile-page.tsx'
export { askedFor } from './pages/query.ts'
export { indicatorRoutes } from './pages/routes.tsx'
export { valueAddress } from './pages/values/value-link.tsx'
export { indicatorCodesInWords, missingInWords, numberText, valueText } from './pages/words.ts'
export {
  indicatorReadings,
  indicatorsWithSeries,
  municipalityReadings,
  overviewIndicators,
  type FollowedIndicator,
  type MunicipalityReading,
  type OverviewIndicators,
} from './reads.ts'
export { plantIndicators } from './seed.ts'
export { choicesOf, expectPublication, type Choice } from './store.ts'
