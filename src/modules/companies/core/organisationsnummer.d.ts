// The package's own types speak of a module with a `default`; what Node loads is the class itself.
declare module 'organisationsnummer' {
  export default class Organisationsnummer {
    static valid(written: string): boolean
    static parse(written: string): Organisationsnummer
    format(hasHyphen?: boolean): string
    isPersonnummer(): boolean
  }
}
