export { plantNetwork } from './seed.ts'
export { hasAnyNetwork, municipalitiesOf, networkForHost, type Municipality, type Network } from './store.ts'
