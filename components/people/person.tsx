import type { FormAction } from '@/lib/http/define-action'
import type { Lifted } from '@/lib/moderation/lift-measure'
import type { PersonView } from '@/lib/moderation/person-view'
import type { Taken } from '@/lib/moderation/take-measure'
import { Notice } from '../ui/notice'
import { Time } from '../ui/time'
import { MeasureForm } from './measure-form'
import { MeasureList } from './measure-list'
import { NoteForm } from './note-form'
import { PastComments } from './past-comments'
import { nameOf, recordWords } from './people-words'
import { PersonLine, Standing } from './person-line'

export interface PersonActions {
  readonly take: FormAction<Taken>
  readonly lift: FormAction<Lifted>
  readonly note: FormAction<{ readonly path: string }>
}

const count = (text: string | undefined): number => (/^\d{1,4}$/.test(text ?? '') ? Number(text) : 0)

/** What the form that led here did, as the address says; nothing but these words depends on it. */
const doneWords = (done: string | null): string | null => {
  const [what, first, second] = (done ?? '').split('-')
  if (what === 'noted') return 'Your note is kept.'
  if (what === 'taken')
    return `The measure stands.${first ? ` ${count(first)} waiting comments were rejected with it.` : ''}`
  if (what !== 'lifted') return null
  const left = count(second)
  const stay = left === 0 ? '' : ` ${left} were changed since and stay as they are.`
  return `The measure is lifted.${first ? ` ${count(first)} comments are as they were before it.${stay}` : ''}`
}

function Linked({ title, people, now }: { title: string; people: PersonView['sameMail']; now: string }) {
  if (people.length === 0) return null
  return (
    <section className="grid gap-1">
      <h2 className="font-bold">{title}</h2>
      <ol className="border-t border-rule">
        {people.map((person) => (
          <PersonLine key={person.path} person={person} now={now} />
        ))}
      </ol>
    </section>
  )
}

function Facts({ person, now }: { person: PersonView; now: string }) {
  const { record, reports, since, role, otherNames, mails, addresses } = person
  const heard = recordWords({ 'proved right': reports.agreed, 'were dismissed': reports.dismissed })
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    ['Comments', recordWords({ ...record })],
    ['Reports', reports.agreed + reports.dismissed === 0 ? 'none judged' : heard],
    [role === null ? 'Guest key since' : 'Account since', <Time key="since" at={since} as="date" />],
    ...(otherNames.length === 0
      ? []
      : ([['Also wrote as', <bdi key="names">{otherNames.map(nameOf).join(', ')}</bdi>]] as const)),
    ...mails.map(({ mark, domain }) => ['Mail', `${mark}… at ${domain}`] as const),
    ...addresses.map(
      ({ mark, at }) =>
        [
          'Address block',
          <span key={mark}>
            {mark}…, <Time at={at} as="relative" now={now} />
          </span>,
        ] as const,
    ),
  ]
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
      {rows.map(([term, value], n) => (
        <div key={n} className="contents">
          <dt className="text-ink-3">{term}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Everything the desk knows about one person: at the left what they wrote, at the right who they are and what was done. */
export function Person({
  person,
  later,
  done,
  now,
  actions,
}: {
  person: PersonView
  /** Whether this page of the history begins behind the first comment. */
  later: boolean
  done: string | null
  now: string
  actions: PersonActions
}) {
  const words = doneWords(done)
  return (
    <div className="grid gap-x-10 gap-y-8 pt-4 rail:grid-cols-[minmax(0,1fr)_22rem]">
      <header className="grid gap-3 rail:col-span-2">
        <h1 className="flex flex-wrap items-baseline gap-x-3 text-h2 font-bold wrap-anywhere">
          <bdi>{nameOf(person.name)}</bdi> <Standing person={person} />
        </h1>
        {words ? (
          <Notice kind="success">
            <p>{words}</p>
          </Notice>
        ) : null}
      </header>
      <PastComments person={person} later={later} now={now} />
      <div className="grid min-w-0 content-start gap-6 max-rail:row-start-2">
        <Facts person={person} now={now} />
        <MeasureList measures={person.measures} lift={actions.lift} now={now} />
        {person.targets.length === 0 ? null : <MeasureForm person={person} action={actions.take} />}
        <section className="grid gap-2">
          <h2 className="font-bold">Notes</h2>
          {person.notes.length === 0 ? null : (
            <ol className="grid gap-2">
              {person.notes.map(({ id, body, by, at }) => (
                <li key={id} className="border-s border-rule ps-3">
                  <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
                    {body}
                  </p>
                  <p className="text-caption text-ink-3">
                    <bdi>{by}</bdi>, <Time at={at} as="relative" now={now} />
                  </p>
                </li>
              ))}
            </ol>
          )}
          <NoteForm person={person.key} action={actions.note} />
        </section>
        <Linked title="Wrote with the same mail address" people={person.sameMail} now={now} />
        <Linked title="Wrote from the same address block" people={person.sameAddress} now={now} />
      </div>
    </div>
  )
}
