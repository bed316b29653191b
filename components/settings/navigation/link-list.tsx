import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { Arrangement, NavigationList } from '@/lib/settings/navigation'
import { type LinkRow, printButton } from './link-rows'

const BUTTONS: readonly (readonly [Arrangement, string])[] = [
  ['up', 'Move up'],
  ['down', 'Move down'],
  ['remove', 'Remove'],
]

/** One list of links: a line each, with the buttons that move it, and an empty line for another. */
export function LinkList({
  list,
  title,
  hint,
  rows,
  most,
  errorOf,
  suggestions,
}: {
  list: NavigationList
  title: string
  hint: string
  rows: readonly LinkRow[]
  most: number
  errorOf: (field: string) => string | undefined
  /** Id of the list of addresses that are offered. */
  suggestions: string
}) {
  const fields = ({ index, label, href }: LinkRow, what: string) => (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        label={`Name of ${what}`}
        name={`${list}-${index}-label`}
        defaultValue={label}
        error={errorOf(`${list}-${index}-label`)}
        dir="auto"
      />
      <Field
        label="Leads to"
        name={`${list}-${index}-href`}
        defaultValue={href}
        error={errorOf(`${list}-${index}-href`)}
        list={suggestions}
        spellCheck={false}
        autoCapitalize="none"
      />
    </div>
  )
  return (
    <fieldset id={list} className="grid scroll-mt-4 gap-4">
      <legend className="pb-1 text-h3 font-bold">{title}</legend>
      <p className="text-ink-2">{hint}</p>
      <ol className="grid divide-y divide-rule border-y border-rule">
        {rows.map((row, at) => (
          <li key={row.index} className="grid gap-2 py-4">
            {fields(row, `link ${at + 1}`)}
            <p className="flex flex-wrap gap-x-4 gap-y-1">
              {BUTTONS.map(([arrangement, words]) =>
                (arrangement === 'up' && at === 0) ||
                (arrangement === 'down' && at === rows.length - 1) ? null : (
                  <Button
                    key={arrangement}
                    kind="quiet"
                    name="do"
                    value={printButton(arrangement, list, row.index)}
                  >
                    {words}
                    <VisuallyHidden>
                      : <bdi>{row.label}</bdi>
                    </VisuallyHidden>
                  </Button>
                ),
              )}
            </p>
          </li>
        ))}
      </ol>
      {rows.length < most ? (
        fields({ index: (rows.at(-1)?.index ?? -1) + 1, label: '', href: '' }, 'another link')
      ) : (
        <p className="text-ink-2">A list holds at most {most} links. Remove one to add another.</p>
      )}
    </fieldset>
  )
}
