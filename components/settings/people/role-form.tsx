'use client'

import { useActionState } from 'react'
import { RefusalNotice } from '@/components/account/refusal-notice'
import { roleName } from '@/components/account/role-name'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { ROLES, type Role } from '@/lib/kernel/actor'

interface Props {
  readonly userId: string
  readonly name: string
  readonly role: Role
  readonly action: FormAction<void>
}

const OPTIONS = ROLES.map((value) => ({
  value,
  label: value === 'member' ? 'Member (leaves the staff)' : roleName(value),
}))

/** Another role for one person. They are signed out, and may do the other things from then on. */
export function RoleForm({ userId, name, role, action }: Props) {
  const [state, send, sending] = useActionState(action, IDLE)
  return (
    <form action={send} className="grid justify-items-start gap-2">
      <RefusalNotice state={state} />
      <input type="hidden" name="userId" value={userId} />
      <Select
        id={`role-${userId}`}
        label={`Role of ${name}`}
        name="role"
        defaultValue={role}
        options={OPTIONS}
        hint="They are signed out when it changes."
      />
      <Button aria-disabled={sending}>Change role</Button>
    </form>
  )
}
