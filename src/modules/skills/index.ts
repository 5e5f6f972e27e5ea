export type { Concept, Field } from './core/concept.ts'
export { conceptVersion, openConcepts, type Concepts } from './open-concepts.ts'
