'use client'

import { useActionState } from 'react'
import { ActionButton } from '@/components/account/action-button'
import { RefusalNotice } from '@/components/account/refusal-notice'
import { roleName } from '@/components/account/role-name'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { Time } from '@/components/ui/time'
import type { InvitationView } from '@/lib/accounts/list-staff'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'

const ROLES = [
  { value: 'writer', label: 'Writer: writes pieces and hands them in' },
  { value: 'editor', label: 'Editor: publishes, and moderates' },
  { value: 'moderator', label: 'Moderator: decides about comments' },
]

interface Props {
  /** `https://example.org` */
  readonly origin: string
  readonly invitations: readonly InvitationView[]
  readonly invite: FormAction<{ path: string }>
  readonly takeBack: FormAction<void>
}

/** A link by which one person joins, once, within seven days; and those that are still open. */
export function InviteForm({ origin, invitations, invite, takeBack }: Props) {
  const [state, send, sending] = useActionState(invite, IDLE)
  return (
    <section className="grid max-w-[34rem] gap-4" aria-labelledby="invite">
      <h2 id="invite" className="text-h3 font-bold">
        Invite somebody
      </h2>
      {state.kind === 'done' ? (
        <Notice kind="success" title="The link is ready">
          <p>Hand it to them yourself. It is not shown again, and works once, for seven days.</p>
          <p className="mt-1 font-mono break-all select-all" data-invitation>
            {origin + state.value.path}
          </p>
        </Notice>
      ) : null}
      <RefusalNotice state={state} />
      <form action={send} className="grid gap-3">
        <Field
          label="For whom"
          name="label"
          autoComplete="off"
          hint="For your own list; they do not see it."
        />
        <Select label="As what" name="role" defaultValue="writer" options={ROLES} />
        <Button kind="primary" className="justify-self-start" aria-disabled={sending}>
          Make a link
        </Button>
      </form>
      <ul className="divide-y divide-rule border-y border-rule empty:hidden">
        {invitations.map(({ id, label, role, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
            <span>
              <bdi className="font-semibold">{label || 'Somebody'}</bdi>, {roleName(role).toLowerCase()};{' '}
              <span className="text-ink-2">
                opens until <Time at={expiresAt} />
              </span>
            </span>
            <ActionButton kind="quiet" action={takeBack} fields={{ invitationId: id }}>
              Take back
            </ActionButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
