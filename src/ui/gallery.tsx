import type { ComponentChildren } from 'preact'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Button, LinkButton } from './button.tsx'
import { Card, CardGrid } from './card.tsx'
import { Sparkline } from './charts/sparkline.tsx'
import { DescriptionList } from './description-list.tsx'
import { Disclosure } from './disclosure.tsx'
import { EmptyState } from './empty-state.tsx'
import { Figure } from './figure.tsx'
import { GalleryCharts } from './gallery-charts.tsx'
import { GalleryReadingCharts } from './gallery-charts-reading.tsx'
import { GalleryForm } from './gallery-form.tsx'
import { Page, PageTitle, Prose, Section } from './heading.tsx'
import { LogoMark } from './logo.tsx'
import { Matrix } from './matrix.tsx'
import { ExampleTag, Notice, Tag } from './notice.tsx'
import { Status, StatusLegend, statusTones } from './status.tsx'
import { type Column, Table } from './table.tsx'
import { Timeline } from './timeline.tsx'

/** Every component once, for those who build pages. `scheme` shows them all in light or in dark. */
export function Gallery({ scheme = 'auto' }: { readonly scheme?: 'auto' | 'light' | 'dark' }) {
  return (
    <div data-color-scheme={scheme}>
      <Page>
        <Breadcrumbs
          label="Breadcrumbs"
          items={[
            { label: 'Home', href: '/' },
            { label: 'Components', href: '/dev/ui' },
          ]}
        />
        <PageTitle
          eyebrow="For developers"
          title="Components"
          lead="What pages are made of. Each is shown once, with the text that it was drawn for."
          tags={<ExampleTag explanation="Nothing here is real">Example data</ExampleTag>}
          actions={
            <>
              <LinkButton href="?scheme=light" variant="secondary">
                Light
              </LinkButton>
              <LinkButton href="?scheme=dark" variant="secondary">
                Dark
              </LinkButton>
            </>
          }
        />
        <Words />
        <Things />
        <Facts />
        <Tables />
        <GalleryForm />
        <GalleryCharts />
        <GalleryReadingCharts />
      </Page>
    </div>
  )
}

function Shown({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <Section id={`shown-${name.toLowerCase().replaceAll(/\W+/g, '-')}`} title={name}>
      {children}
    </Section>
  )
}

function Words() {
  return (
    <>
      <Shown name="Logo">
        <div class="row">
          {[24, 32, 64, 128].map((size) => (
            <LogoMark key={size} size={size} />
          ))}
        </div>
      </Shown>
      <Shown name="Type">
        <Prose>
          <h1>Å, ä och ö i rubrik ett</h1>
          <h2>Thirteen municipalities, heading two</h2>
          <h3>What has been decided, heading three</h3>
          <p>
            Running text with <a href="#shown-type">a link</a>, <strong>weight</strong> and figures: 1 234
            567,8 and –0,4 per cent.
          </p>
        </Prose>
      </Shown>
      <Shown name="Notices">
        <Notice title="Information">These figures were retrieved on 24 November 2026.</Notice>
        <Notice tone="success" title="Saved">
          The status of Ale is now “under way”.
        </Notice>
        <Notice tone="warning">This is a proposal. No council has decided on it.</Notice>
        <Notice tone="danger" title="Not saved">
          Somebody else changed it while you were writing.
        </Notice>
        <div class="row">
          <Tag>Neutral</Tag>
          <Tag tone="accent">Accent</Tag>
          <Tag tone="info">Info</Tag>
          <Tag tone="success">Success</Tag>
          <Tag tone="danger">Danger</Tag>
          <ExampleTag>Proposal</ExampleTag>
        </div>
      </Shown>
    </>
  )
}

const course = [62, 64, 63, null, 67, 70, 71, 74].map((y, index) => ({ x: 2017 + index, y }))

function Things() {
  return (
    <>
      <Shown name="Buttons">
        <div class="row">
          <Button type="button">Save</Button>
          <Button type="button" variant="secondary">
            Preview
          </Button>
          <Button type="button" variant="tertiary">
            Cancel
          </Button>
          <Button type="button" tone="danger">
            Take away the role
          </Button>
          <LinkButton href="#shown-buttons" variant="secondary">
            A link
          </LinkButton>
        </div>
      </Shown>
      <Shown name="Figures and cards">
        <CardGrid columns={3}>
          <Figure
            label="Employment"
            href="#a"
            value="74,2"
            unit="%"
            period="2024"
            source="A source, retrieved 3 November 2026"
            change={{ direction: 'up', text: 'Up 3.1 percentage points since 2023', tone: 'good' }}
            chart={<Sparkline points={course} />}
          />
          <Figure
            label="Unemployment"
            value="6,2"
            unit="%"
            period="October 2026"
            change={{ direction: 'down', text: 'Down 0.4 percentage points in a year', tone: 'good' }}
          />
          <Figure
            label="Purchases of innovation"
            value={null}
            missing="Not yet retrieved."
            source="To be counted by hand"
          />
          <Card
            title="A card that leads somewhere"
            href="#b"
            tags={<ExampleTag>Proposal</ExampleTag>}
            footer={<Status tone="good" label="Under way in nine" />}
          >
            <p>Everything in it is one place to press.</p>
          </Card>
        </CardGrid>
      </Shown>
    </>
  )
}

function Facts() {
  return (
    <>
      <Shown name="Description list, disclosure, empty state">
        <DescriptionList
          items={[
            { term: 'Unit', details: 'Per cent of those aged 20–64' },
            { term: 'Source', details: <a href="#c">A register</a> },
            { term: 'Adopted', details: 'Not known' },
          ]}
        />
        <Disclosure summary="How it is counted">
          <p>All who had work in November, divided by all who lived there on 31 December.</p>
        </Disclosure>
        <EmptyState
          title="Nobody has been invited yet"
          titleLevel={3}
          action={<LinkButton href="#d">Invite somebody</LinkButton>}
        >
          <p>The network has one coordinator: you.</p>
        </EmptyState>
      </Shown>
      <Shown name="Timeline">
        <Timeline
          label="History"
          texts={{ from: 'from', to: 'to', nothing: 'nothing' }}
          events={[
            {
              id: '2',
              who: 'Eva Ek',
              when: '24 November 2026 at 14:05',
              at: '2026-11-24T14:05',
              what: 'Status changed',
              changes: [
                { field: 'Status', before: 'Planned', after: 'Under way' },
                { field: 'Owner', before: null, after: 'Eva Ek' },
              ],
            },
            {
              id: '1',
              who: 'Bo Berg',
              when: '2 March 2026 at 09:30',
              at: '2026-03-02T09:30',
              what: 'Created',
            },
          ]}
        />
      </Shown>
    </>
  )
}

const rows = ['Ale', 'Alingsås', 'Göteborg', 'Härryda', 'Kungsbacka', 'Öckerö']
const names = [
  'One number to call',
  'Permits in good time',
  'Practice places',
  'Land that is ready',
  'A school for starters',
  'Shared purchasing',
  'Language at work',
  'A visit a year',
]

const columns: Column<string>[] = [
  { label: 'Municipality', cell: (row) => row, rowHeader: true },
  { label: '2023', cell: (row) => (row.length * 6543).toLocaleString('sv-SE'), numeric: true },
  { label: '2024', cell: (row) => (row.length * 6789).toLocaleString('sv-SE'), numeric: true },
  {
    label: 'Status',
    cell: (row) => <Status tone={statusTones[row.length % 6] ?? 'muted'} label="Under way" />,
  },
]

function Tables() {
  return (
    <Shown name="Tables, status, matrix">
      <Table caption="Population on 31 December" rows={rows} rowKey={(row) => row} columns={columns} />
      <StatusLegend
        label="What the shapes mean"
        statuses={statusTones.map((tone) => ({ tone, label: tone }))}
      />
      <Matrix
        caption="Interventions against municipalities"
        corner="Intervention"
        columns={rows.map((row) => ({ key: row, label: row, href: '#e' }))}
        groups={[
          {
            key: 'a',
            label: 'Skills',
            rows: names.slice(0, 3).map((name) => ({ key: name, label: name, href: '#e' })),
          },
          {
            key: 'b',
            label: 'Land and permits',
            rows: names.slice(3).map((name) => ({ key: name, label: name, href: '#e' })),
          },
        ]}
        cell={(row, column) => {
          const tone = statusTones[(row.label.length + column.label.length) % 6] ?? 'muted'
          return { tone, label: tone, title: `${row.label}, ${column.label}: ${tone}`, href: '#e' }
        }}
      />
    </Shown>
  )
}
