import { Tabs } from '@/components/ui/tabs'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { CalendarDay, CalendarEntry, CalendarView } from '@/lib/articles/list-calendar'
import { StudioRooms } from '../studio-rooms'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const spelled = (date: string, options: Intl.DateTimeFormatOptions): string =>
  new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', { timeZone: 'UTC', ...options })

const monthName = (month: string): string => spelled(`${month}-01`, { month: 'long', year: 'numeric' })

/** State is never colour alone: each has its word. */
const LOOKS = {
  published: { word: 'Published', look: 'text-green' },
  scheduled: { word: 'Scheduled', look: 'text-amber' },
  'taken down': { word: 'Comes down', look: 'text-red' },
} as const

function Entry({ entry: { articleId, title, kind, at, time } }: { entry: CalendarEntry }) {
  const { word, look } = LOOKS[kind]
  return (
    <li className="min-w-0 leading-snug">
      <span className={`block text-caption ${look}`}>
        <time dateTime={at}>{time}</time> {word}
      </span>
      <a href={`/studio/${articleId}/publish`} className="wrap-anywhere">
        <bdi>{title}</bdi>
      </a>
    </li>
  )
}

function Month({ weeks, month }: Pick<CalendarView, 'weeks' | 'month'>) {
  return (
    <table className="w-full table-fixed border-collapse max-sm:hidden">
      <caption className="visually-hidden">{monthName(month)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col" className="ps-1.5 pb-1 text-start text-caption font-medium text-ink-3">
              <abbr title={day} className="no-underline">
                {day.slice(0, 3)}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date} className="border-t border-rule align-top">
            {week.map((day) => (
              <Cell key={day.date} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ day: { date, isInMonth, isToday, entries } }: { day: CalendarDay }) {
  return (
    <td
      className={`h-24 ps-1.5 pt-1 pe-1.5 pb-3 ${isInMonth ? '' : 'bg-sheet'}`}
      aria-current={isToday ? 'date' : undefined}
    >
      <p className={`text-caption tabular-nums ${isToday ? 'font-bold text-blue' : 'text-ink-3'}`}>
        {spelled(date, isInMonth ? { day: 'numeric' } : { day: 'numeric', month: 'short' })}
        {isToday ? <VisuallyHidden> (today)</VisuallyHidden> : null}
      </p>
      {entries.length === 0 ? null : (
        <ul className="mt-1 grid gap-2">
          {entries.map((entry) => (
            <Entry key={entry.articleId + entry.kind} entry={entry} />
          ))}
        </ul>
      )}
    </td>
  )
}

function List({ weeks, className }: Pick<CalendarView, 'weeks'> & { className: string }) {
  const days = weeks.flat().filter(({ isInMonth, entries }) => isInMonth && entries.length > 0)
  if (days.length === 0) return <p className={`text-ink-2 ${className}`}>Nothing appears in this month.</p>
  return (
    <ol className={`divide-y divide-rule border-y border-rule ${className}`}>
      {days.map(({ date, isToday, entries }) => (
        <li key={date} className="grid gap-x-6 gap-y-2 py-3 sm:grid-cols-[11rem_minmax(0,1fr)]">
          <h2 className={`font-semibold ${isToday ? 'text-blue' : ''}`}>
            {spelled(date, { weekday: 'long', day: 'numeric', month: 'long' })}
            {isToday ? ' (today)' : ''}
          </h2>
          <ul className="grid gap-2">
            {entries.map((entry) => (
              <Entry key={entry.articleId + entry.kind} entry={entry} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

/** A month of the publication, by its own clocks: as a sheet (a list on a phone), or as a list. */
export function CalendarPage({
  calendar,
  view,
  isEditor,
}: {
  calendar: CalendarView
  view: 'month' | 'list'
  isEditor: boolean
}) {
  const { month, earlier, later, zone, weeks, isCut } = calendar
  const to = (asked: string, as: string): string =>
    `/studio/calendar?month=${asked}${as === 'list' ? '&view=list' : ''}`
  return (
    <main id="main" className="mx-auto grid max-w-sheet gap-4 px-4 pb-8 sm:px-6">
      <StudioRooms current="calendar" isEditor={isEditor} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h1 className="text-h2 font-bold">{monthName(month)}</h1>
        <nav aria-label="Months" className="flex flex-wrap gap-x-4">
          <a href={to(earlier, view)} rel="prev">
            {monthName(earlier)}
          </a>
          <a href={view === 'list' ? '/studio/calendar?view=list' : '/studio/calendar'}>This month</a>
          <a href={to(later, view)} rel="next">
            {monthName(later)}
          </a>
        </nav>
      </div>
      <div className="max-sm:hidden">
        <Tabs
          label="As"
          items={[
            { href: to(month, 'month'), label: 'Month', current: view === 'month' },
            { href: to(month, 'list'), label: 'List', current: view === 'list' },
          ]}
        />
      </div>
      {view === 'month' ? <Month weeks={weeks} month={month} /> : null}
      <List weeks={weeks} className={view === 'month' ? 'sm:hidden' : ''} />
      <p className="text-caption text-ink-3">
        By the clocks of {zone}.{isCut ? ' There is more in this month than is shown.' : ''}
      </p>
    </main>
  )
}
