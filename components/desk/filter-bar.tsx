import { memo } from 'react'
import { Button } from '@/components/ui/button'
import type { DeskChoices } from '@/lib/moderation/desk-choices'
import { checkWords } from '@/lib/moderation/check-words'
import { type QueueField, deskAddress } from '@/lib/moderation/desk-address'
import type { QueueView } from '@/lib/moderation/queue-view'
import { useDeskKeys } from './desk-keys'
import { Choice, Day } from './filter-fields'

const ORDERS = { priority: 'By priority', oldest: 'Oldest first', newest: 'Newest first' } as const

/** Any language can stand in the address, one that no piece is in too: what narrows the page is always shown. */
const languageOptions = (
  { languages }: DeskChoices,
  asked: string | undefined,
): readonly (readonly [value: string, label: string])[] => [
  ...languages.map(({ tag, name }) => [tag, name] as const),
  ...(asked && !languages.some(({ tag }) => tag === asked) ? [[asked, asked] as const] : []),
]

/** What the one condition says that no field of the form shows. */
const chipsOf = ({ fields, piece }: QueueView): readonly (readonly [QueueField, string])[] => [
  ...(fields.piece
    ? [['piece', piece === null ? 'A piece that does not exist' : `Piece: ${piece}`] as const]
    : []),
  ...(fields.author ? [['author', 'Everything by one author'] as const] : []),
]

/** One field more than rows of two or four hold. */
const NINE = 'max-sm:*:first:col-span-2 sm:grid-cols-3'

/** Which comments of the tab are shown, all of it in the address. An ordinary form: it needs no script. */
export const FilterBar = memo(function FilterBar({
  view,
  choices,
}: {
  view: QueueView
  choices: DeskChoices
}) {
  const { tab, order, fields, filtered } = view
  const keys = useDeskKeys()
  const offersLanguage = choices.languages.length > 1 || Boolean(fields.language)
  const ordered = tab === 'waiting' || tab === 'reported'
  // What holds words that are looked for comes newest first: nothing else is offered.
  const orders = Object.entries(ORDERS).filter(([name]) =>
    fields.q ? name === 'newest' : ordered || name !== 'priority',
  )
  return (
    <details className="border-b border-rule py-1" open={filtered} data-filter>
      <summary className="min-h-6 cursor-pointer py-1 text-caption text-ink-2">
        {ORDERS[order]}
        {filtered ? ' · filtered' : ' · search and filter'}
      </summary>
      <form action="/desk" method="get" className="grid gap-3 py-2">
        <input type="hidden" name="tab" value={tab} />
        {chipsOf(view).map(([name, words]) => (
          <p key={name} className="flex flex-wrap items-baseline gap-3">
            <input type="hidden" name={name} value={fields[name]} />
            <bdi className="font-semibold">{words}</bdi>
            <a href={deskAddress({ ...fields, [name]: '', after: '' })}>Leave this out</a>
          </p>
        ))}
        <label className="grid gap-0.5 text-caption text-ink-3">
          Words of the text or the name
          <input
            type="search"
            name="q"
            defaultValue={fields.q}
            maxLength={200}
            dir="auto"
            aria-keyshortcuts={keys.search}
            className="input min-h-8 py-0 text-ui text-ink"
          />
        </label>
        <div className={`grid grid-cols-2 gap-x-3 gap-y-2 ${offersLanguage ? NINE : 'sm:grid-cols-4'}`}>
          <Choice name="order" label="Order" value={order} options={orders} />
          <Choice
            name="check"
            label="Held because of"
            value={fields.check}
            any="Anything"
            options={choices.checks.map((check) => [check, checkWords(check)])}
          />
          <Choice
            name="links"
            label="Links"
            value={fields.links}
            any="With or without"
            options={[
              ['yes', 'With a link'],
              ['no', 'Without a link'],
            ]}
          />
          <Choice
            name="script"
            label="Script of the text"
            value={fields.script}
            any="Any"
            options={choices.scripts.map((script) => [script, script])}
          />
          {offersLanguage ? (
            <Choice
              name="language"
              label="Language of the piece"
              value={fields.language}
              any="Any"
              options={languageOptions(choices, fields.language)}
            />
          ) : null}
          <Choice
            name="writer"
            label="Writer of the piece"
            value={fields.writer}
            any="Anybody"
            options={choices.writers.map(({ slug, name }) => [slug, name])}
          />
          <Choice
            name="watch"
            label="Pieces"
            value={fields.watch}
            any="All pieces"
            options={[['mine', 'My watch-list']]}
          />
          <Day name="from" label="Written from" value={fields.from} />
          <Day name="until" label="Written up to" value={fields.until} />
        </div>
        <p className="flex flex-wrap items-baseline gap-4">
          <Button>Show</Button>
          {filtered ? <a href={deskAddress({ tab, order })}>Show everything</a> : null}
        </p>
      </form>
    </details>
  )
})
