import type { MatrixFilter, MatrixOrder } from '../core/matrix-view.ts'
import type { Status } from '../core/status.ts'

export const sv = {
  title: 'Hela bilden',
  lead: 'Tecknet är status, siffran därunder hur gammalt kommunens senaste ord är. ○ betyder att ingen är ansvarig. Flytta dig mellan rutorna med piltangenterna.',
  filter: 'Visa',
  /** Those that are statuses are called what the network calls them. */
  filters: {
    all: 'Alla rutor',
    mine: 'Min kommun och det jag ansvarar för',
    silent: 'Tysta',
    'no-owner': 'Utan ansvarig',
  } as Record<Exclude<MatrixFilter, Status>, string>,
  order: 'Ordna raderna',
  orders: {
    number: 'Efter nummer',
    oldest: 'Äldst ord först',
    most: 'Mest att göra först',
  } as Record<MatrixOrder, string>,
  show: 'Visa',
  caption: (count: number, all: number) =>
    count === all ? `Alla ${all} rutor` : `${count} av ${all} rutor, de övriga är nedtonade`,
  nothing: 'Ingen ruta är sådan just nu.',
  days: (n: number) => `${n} d`,
  weeks: (n: number) => `${n} v`,
  months: (n: number) => `${n} mån`,
  years: (n: number) => `${n} år`,
  noOwner: 'ingen ansvarig',
  owner: (name: string) => `ansvarig ${name}`,
  csv: 'Hämta CSV',
  xlsx: 'Hämta Excel',
}
