import { addressOf } from '#ui/addresses.ts'
import type { Look } from './board-page.tsx'
import type { Board } from './read-board.ts'
import { textsIn } from './texts.ts'

/** One tab for each round, and by what the signs tell people apart. */
export function RoundTabs({ board, look }: { readonly board: Board; readonly look: Look }) {
  const { locale, round, by } = look
  const { board: texts } = textsIn(locale)
  const href = addressOf('seats', locale, { event: board.event.id })
  if (board.rounds.length === 0) return null
  return (
    <div class="seat-view">
      <nav class="tabs" aria-label={texts.rounds}>
        <ul>
          {board.rounds.map(({ number, startsAt }) => (
            <li key={number}>
              <a
                id={`runda-${number + 1}`}
                href={`${href}?runda=${number + 1}&farg=${by}`}
                aria-current={number === round ? 'page' : undefined}
                data-seats-link
              >
                {texts.roundAt(number + 1, startsAt)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="row">
        <span class="source">{texts.colour}</span>
        {(['municipality', 'branch'] as const).map((one) => (
          <a
            key={one}
            id={`farg-${one}`}
            href={`${href}?runda=${round + 1}&farg=${one}`}
            aria-current={one === by ? 'true' : undefined}
            data-seats-link
          >
            {one === 'municipality' ? texts.byMunicipality : texts.byBranch}
          </a>
        ))}
      </p>
    </div>
  )
}
