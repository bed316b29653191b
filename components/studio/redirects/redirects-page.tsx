import { ActionButton } from '@/components/account/action-button'
import { Notice } from '@/components/ui/notice'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { Time } from '@/components/ui/time'
import type { MissedView, RedirectView, RedirectsView } from '@/lib/articles/redirects/list-redirects'
import type { FormAction } from '@/lib/http/define-action'
import type { Refused } from '@/lib/http/form-state'
import { StudioRooms } from '../studio-rooms'
import { RedirectForm } from './redirect-form'

export interface RedirectActions {
  readonly add: FormAction<{ path: string }>
  readonly remove: FormAction<void>
  readonly forget: FormAction<void>
}

interface Props {
  readonly list: RedirectsView
  /** ISO 8601 */
  readonly now: string
  /** What the form begins with. */
  readonly from: string
  /** The address that was just given a redirect. */
  readonly added: string | null
  readonly refused: Refused | null
  readonly actions: RedirectActions
}

function Missed({ missed, now, actions }: { missed: MissedView; now: string; actions: RedirectActions }) {
  const { path, times, lastAt, meant } = missed
  return (
    <li className="grid gap-x-6 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="min-w-0">
        <p className="font-mono text-caption wrap-anywhere">
          <bdi>{path}</bdi>
        </p>
        <p className="text-caption text-ink-3">
          {times === 1 ? 'Once' : `${times.toLocaleString('en')} times`}, last{' '}
          <Time at={lastAt} as="relative" now={now} />
          {meant ? (
            <>
              {'. Meant, perhaps: '}
              <a href={meant.path}>
                <bdi>{meant.title}</bdi>
              </a>
            </>
          ) : null}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {meant ? (
          <ActionButton action={actions.add} fields={{ path, target: meant.path }}>
            Lead it there
          </ActionButton>
        ) : (
          <a href={`/studio/redirects?from=${encodeURIComponent(path)}#add`}>Redirect…</a>
        )}
        <ActionButton kind="quiet" action={actions.forget} fields={{ path }}>
          Forget
        </ActionButton>
      </div>
    </li>
  )
}

function Kept({
  redirect: { path, href, target },
  actions,
}: {
  redirect: RedirectView
  actions: RedirectActions
}) {
  return (
    <li className="grid gap-x-6 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <p className="min-w-0 font-mono text-caption wrap-anywhere">
        <a href={href}>
          <bdi>{path}</bdi>
        </a>
        <span aria-hidden="true"> → </span>
        <VisuallyHidden> leads to </VisuallyHidden>
        <bdi>{target}</bdi>
      </p>
      <ActionButton kind="quiet" action={actions.remove} fields={{ path }}>
        Remove
      </ActionButton>
    </li>
  )
}

const LIST = 'divide-y divide-rule border-y border-rule'

/** Where addresses lead that are not there, and which ones readers ask for in vain. */
export function RedirectsPage({ list, now, from, added, refused, actions }: Props) {
  const { redirects, total, missed } = list
  return (
    <main id="main" className="mx-auto grid max-w-sheet gap-8 px-4 pb-8 sm:px-6">
      <div className="grid gap-3">
        <StudioRooms current="redirects" isEditor />
        <h1 className="text-h2 font-bold">Redirects</h1>
        <p className="max-w-[34rem] text-ink-2">
          A piece whose address changes is found at both; that needs no redirect. These are for everything
          else: a link that was printed wrong, the address of an earlier site.
        </p>
        {added !== null && refused === null ? (
          <Notice kind="success">
            <p>
              <bdi>{added}</bdi> leads there from now on.
            </p>
          </Notice>
        ) : null}
      </div>
      <section className="grid gap-3" aria-labelledby="missed">
        <h2 id="missed" className="text-h3 font-bold">
          Asked for in vain
        </h2>
        {missed.length === 0 ? (
          <p className="text-ink-2">Nobody has looked for something that is not there.</p>
        ) : (
          <ul className={LIST}>
            {missed.map((each) => (
              <Missed key={each.path} missed={each} now={now} actions={actions} />
            ))}
          </ul>
        )}
      </section>
      <section className="grid gap-3" aria-labelledby="add">
        <h2 id="add" className="text-h3 font-bold">
          Add a redirect
        </h2>
        <RedirectForm key={`${from} ${added ?? ''}`} action={actions.add} path={from} refused={refused} />
      </section>
      <section className="grid gap-3" aria-labelledby="kept">
        <h2 id="kept" className="text-h3 font-bold">
          Redirects <span className="font-normal text-ink-3 tabular-nums">{total.toLocaleString('en')}</span>
        </h2>
        {redirects.length === 0 ? (
          <p className="text-ink-2">There are none.</p>
        ) : (
          <ul className={LIST}>
            {redirects.map((each) => (
              <Kept key={each.path} redirect={each} actions={actions} />
            ))}
          </ul>
        )}
        {total > redirects.length ? (
          <p className="text-ink-3">The newest {redirects.length} are shown.</p>
        ) : null}
      </section>
    </main>
  )
}
