export { plantOrganisations, plantPeople } from './seed.ts'
export {
  asKeyHolder,
  inTransaction,
  type Arrival,
  type ArrivalEnv,
  type Context,
  type Visit,
  type VisitEnv,
} from './context.ts'
export { holds, municipalitiesAs, Role, type Actor, type Grant } from './core/actor.ts'
export { mayManagePeople, mayReadLog } from './core/policy.ts'
export { accountJobs } from './jobs.ts'
export { accountRoutes } from './pages/routes.tsx'
export { rolesInWords } from './pages/texts.ts'
export { mayCarrySession, openSignIn, type SignIn } from './sign-in.ts'
export {
  actorWith,
  addGrant,
  countTry,
  personFor,
  colleaguesIn,
  departuresOf,
  membersOf,
  namesOf,
  organisationNamed,
  organisationsOf,
  ownAddress,
  personToSignIn,
  type Colleague,
  type Departure,
} from './store.ts'
