export { plantNetwork } from './seed.ts'
export { municipalitiesOf, networkForHost, type Municipality, type Network } from './store.ts'
