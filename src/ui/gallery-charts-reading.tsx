import { DistributionStrip } from './charts/distribution-strip.tsx'
import { GapChart } from './charts/gap-chart.tsx'
import { LineChart } from './charts/line-chart.tsx'
import { StandingMark } from './charts/standing-mark.tsx'
import { among, compared, gap, indexed, limited } from './gallery-figures.ts'
import { Section } from './heading.tsx'

const links = [
  { href: '#forstora', label: 'Förstora' },
  { href: '#svg', label: 'Ladda ner SVG', fileName: 'arbetslosa.svg' },
  { href: '#png', label: 'Ladda ner PNG', fileName: 'arbetslosa.png' },
  { href: '#tabell', label: 'Visa som tabell' },
]
const source = 'Källa: påhittade värden. Hämtade 3 mars 2026.'

/** Charts that help to read a series: targets, limits, comparisons, where among all, what a gap is made of. */
export function GalleryReadingCharts() {
  return (
    <Section id="reading-charts" title="Charts for reading">
      <LineChart
        {...compared}
        id="compared"
        title="Ale har närmat sig målet: 68,9 % av eleverna blir behöriga 2024, målet är 75 % till 2030"
        subtitle="Andel av eleverna i årskurs 9, procent, 2012–2024"
        description="Linjediagram 2012–2024. Ale går från 61,2 till 68,9 procent. Målet är 75 procent 2030."
        source={source}
        links={links}
        empty="Inga värden."
      />
      <LineChart
        {...limited}
        id="limits"
        title="Arbetslösheten föll till en ny nivå 2017; sedan dess är årets upp och ned bara slump"
        subtitle="Procent av arbetskraften, 2009–2024"
        description="Styrdiagram 2009–2024 med två nivåer: 7,0 procent till 2016 och 5,6 procent från 2017."
        source={source}
        links={links}
        empty="Inga värden."
      />
      <LineChart
        {...indexed}
        id="index"
        title="Ale har ökat mest sedan 2015"
        subtitle="Index, 2015 = 100"
        description="Linjediagram 2012–2024 över index med basår 2015."
        source={source}
        empty="Inga värden."
      />
      <DistributionStrip
        {...among}
        id="strip"
        title="Ale ligger över tre fjärdedelar av kommunerna"
        subtitle="Procent, 2024, alla 290 kommuner"
        description="Fördelning över 290 kommuner. Ale har 67,8 procent; hälften av kommunerna ligger mellan 58,4 och 65,6."
        sentence="Ale har 67,8 %. 41 av 290 kommuner har mer, 248 har mindre. Av sju liknande kommuner har två mer."
        source={source}
        links={links}
        empty="Inga värden."
      />
      <p>Where one stands among all, in a row of a table: 9 of 13 have less.</p>
      <StandingMark percentile={73} />
      <GapChart
        {...gap}
        id="gap"
        title="Regionen ligger 1,05 procentenheter under målet; den största delen ligger i Göteborg"
        subtitle="Procentenheter, 2024, vägt med antalet elever"
        description="Stapeldiagram över varje kommuns del av avståndet. Göteborg −1,92, Kungsbacka +0,44."
        source={source}
        links={links}
        empty="Inga värden."
      />
    </Section>
  )
}
