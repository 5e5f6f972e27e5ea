import { dayOf } from '#platform/values/dates.ts'
import { bySwedishName } from '#platform/values/locale.ts'
import { LinkButton } from '#ui/button.tsx'
import { Prose, Section } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import { inOrder } from '../../core/places-compared.ts'
import type { Ranks, Standing } from '../../core/standing.ts'
import { queryOf } from '../charts/chart-address.ts'
import { askedOf } from './compare-query.ts'
import { compareTextsIn } from './compare-texts.ts'
import type { CompareView } from './compare-view.ts'
import { askedAgain } from '../query.ts'
import { numberText } from '../words.ts'

interface RankingProps {
  readonly view: CompareView
  readonly action: string
  readonly asOf?: Date | undefined
}

/** The order of all places, only for who has asked for it, with what it cannot tell. */
export function Ranking({ view, action, asOf }: RankingProps) {
  const { asked, locale, places } = view
  const texts = compareTextsIn(locale).ranking
  const other = askedOf({ ...asked, isRanked: !asked.isRanked }, places, locale)
  const day = askedAgain({ asOf: asOf ? dayOf(asOf) : null }, locale)
  const href = `${action}${queryOf([...other, ...day])}#rangordning`
  return (
    <Section id="rangordning" title={texts.title} lead={asked.isRanked ? texts.notSaid : texts.offer}>
      <div class="row">
        <LinkButton href={href} variant="secondary">
          {asked.isRanked ? texts.hide : texts.show}
        </LinkButton>
      </div>
      {asked.isRanked && <Order view={view} />}
    </Section>
  )
}

function Order({ view }: { readonly view: CompareView }) {
  const { compared, locale, places, asked } = view
  const { year, measure } = compared
  if (!year) return null
  const texts = compareTextsIn(locale).ranking
  const rows = inOrder(compared, (one, other) => bySwedishName(places.nameOf(one), places.nameOf(other)))
  const own = rows.find(([code]) => code === asked.place)?.[1]
  const name = (code: string) => places.nameOf(code)
  return (
    <>
      <Prose>
        <p>
          {texts.says(year.year, rows.length)} {texts.order[measure.direction]}
        </p>
        <p>{texts.range}</p>
        {own && asked.place !== null && <p>{ownText(name(asked.place), own, view)}</p>}
      </Prose>
      <Table
        caption={texts.caption(year.year)}
        size="compact"
        rows={rows}
        rowKey={([code]) => code}
        columns={[
          { label: texts.rank, numeric: true, cell: ([, { rank }]) => ranksText(rank) },
          {
            label: texts.place,
            rowHeader: true,
            cell: ([code]) => (code === asked.place ? <strong>{name(code)}</strong> : name(code)),
          },
          { label: texts.value, numeric: true, cell: ([, { value }]) => numberText(value, measure, locale) },
          { label: texts.possible, numeric: true, cell: ([, { rankRange }]) => ranksText(rankRange) },
        ]}
      />
    </>
  )
}

function ownText(place: string, { rank, rankRange, of }: Standing, { locale }: CompareView): string {
  const texts = compareTextsIn(locale).ranking
  const [own, range] = [ranksText(rank), ranksText(rankRange)]
  return own === range ? texts.ownSure(place, own, of) : texts.own(place, own, of, range)
}

/** `12`, or `12–14` for those that share their places. */
function ranksText({ best, worst }: Ranks): string {
  return best === worst ? String(best) : `${best}–${worst}`
}
