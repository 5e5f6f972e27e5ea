export { plantNetwork } from './seed.ts'
export {
  allNetworkIds,
  hasAnyNetwork,
  municipalitiesOf,
  networkForHost,
  type Municipality,
  type Network,
} from './store.ts'
