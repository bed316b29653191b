'use client'

import { useActionState, useId } from 'react'
import { RefusalNotice } from '@/components/account/refusal-notice'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { LinkableView } from '@/lib/articles/list-linkable'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE, type Refused } from '@/lib/http/form-state'
import { NAVIGATION_LISTS, type Navigation, type NavigationList } from '@/lib/settings/navigation'
import { theirNavigation } from '../settings-state'
import { LinkList } from './link-list'
import { storedRows, typedRows } from './link-rows'

const isFilled = ({ label, href }: { label: string; href: string }): boolean => label !== '' || href !== ''

/** What stands at the top and at the foot of every page. Every button keeps all that was typed. */
export function NavigationForm({
  action,
  stored,
  suggested,
  saved,
  refused,
}: {
  action: FormAction<{ version: number }>
  stored: { readonly version: number; readonly navigation: Navigation }
  /** Addresses that may be meant. */
  suggested: readonly LinkableView[]
  saved: boolean
  refused: Refused | null
}) {
  const [state, send, sending] = useActionState(action, refused ?? IDLE)
  const suggestions = useId()
  const theirs = theirNavigation(state)
  const rowsOf = (list: NavigationList) =>
    state.kind === 'refused'
      ? typedRows(state.values, list).filter(isFilled)
      : storedRows(stored.navigation, list)
  const given = (list: NavigationList) => ({
    list,
    rows: rowsOf(list),
    most: NAVIGATION_LISTS[list],
    errorOf: (field: string) => (state.kind === 'refused' ? state.error.fields?.[field] : undefined),
    suggestions,
  })
  return (
    <form action={send} className="grid gap-10">
      <RefusalNotice state={state} />
      {theirs ? (
        <Notice kind="error" title="Theirs">
          <p>Saving again replaces it.</p>
          {Object.entries(theirs.navigation).map(([list, links]) => (
            <p key={list}>
              {list === 'header' ? 'At the top: ' : 'At the foot: '}
              {links.map(({ label, href }) => `${label} (${href})`).join(', ') || 'nothing'}
            </p>
          ))}
        </Notice>
      ) : null}
      {saved && state.kind === 'idle' ? (
        <Notice kind="success">
          <p>Saved. Every page shows it from now on.</p>
        </Notice>
      ) : null}
      <input type="hidden" name="version" value={theirs?.version ?? stored.version} />
      {/* What Enter in a field does. */}
      <Button className="visually-hidden" tabIndex={-1} aria-hidden="true" name="do" value="save">
        Save navigation
      </Button>
      <p>
        A link leads to a place of this site (/about, /tags/ships) or to a whole address that begins with
        https://. As you type, the field offers your pages, your tags and the places every publication has.
        Leave both fields of a line empty to drop it.
      </p>
      <LinkList
        {...given('header')}
        title="At the top"
        hint="Beside the name of the publication. Few and short: they stand in one line where there is room."
      />
      <LinkList {...given('footer')} title="At the foot" hint="Below every page." />
      <datalist id={suggestions}>
        {suggested.map(({ path, title }) => (
          <option key={path} value={path}>
            {title}
          </option>
        ))}
      </datalist>
      <Button kind="primary" className="justify-self-start" aria-disabled={sending} name="do" value="save">
        Save navigation
      </Button>
    </form>
  )
}
