import type { ReactNode } from 'react'
import { ActionButton } from '@/components/account/action-button'
import { SkipLink } from '@/components/ui/skip-link'
import type { FormAction } from '@/lib/http/define-action'

export interface StaffLink {
  readonly href: string
  readonly label: string
  readonly current: boolean
}

export interface StaffShellProps {
  readonly publication: string
  readonly links: readonly StaffLink[]
  /** Null while nobody is signed in: then the page itself leads to /login. */
  readonly name: string | null
  /** Whether readers are asked to come back later. */
  readonly maintenance: boolean
  readonly signOut: FormAction<void>
  readonly children: ReactNode
}

/** The frame of desk, studio, settings and account: where one is, who one is, and the way back to what readers see. */
export function StaffShell({ publication, links, name, maintenance, signOut, children }: StaffShellProps) {
  return (
    <>
      <SkipLink />
      <header className="border-b border-rule">
        <div className="mx-auto flex max-w-sheet flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
          <a href="/" className="py-1 font-bold no-underline hover:underline">
            <bdi>{publication}</bdi>
          </a>
          {links.length === 0 ? null : (
            <nav aria-label="Staff" className="flex flex-wrap gap-x-5">
              {links.map(({ href, label, current }) => (
                <a
                  key={href}
                  href={href}
                  aria-current={current ? 'page' : undefined}
                  className="border-b-2 border-transparent py-1 font-medium text-ink-2 no-underline hover:text-blue-strong aria-[current]:border-blue aria-[current]:text-ink"
                >
                  {label}
                </a>
              ))}
            </nav>
          )}
          {name === null ? null : (
            <div className="ms-auto flex items-baseline gap-4">
              <a href="/account" className="max-w-48 truncate py-1 text-ink-2">
                <bdi>{name}</bdi>
              </a>
              <ActionButton kind="quiet" action={signOut}>
                Sign out
              </ActionButton>
            </div>
          )}
        </div>
        {maintenance && links.length > 0 ? (
          <p className="border-t border-rule bg-red-wash px-4 py-2 text-center">
            The publication is closed for maintenance: readers are asked to come back later.{' '}
            <a href="/settings/danger#maintenance">Danger zone</a>
          </p>
        ) : null}
      </header>
      {children}
    </>
  )
}
