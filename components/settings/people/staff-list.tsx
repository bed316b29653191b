import { ActionButton } from '@/components/account/action-button'
import { roleName } from '@/components/account/role-name'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { StaffView } from '@/lib/accounts/list-staff'
import type { FormAction } from '@/lib/http/define-action'
import { RoleForm } from './role-form'

/** Who works here, and what each may do. */
export function StaffList({ staff, change }: { staff: readonly StaffView[]; change: FormAction<void> }) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {staff.map(({ id, name, email, role, disabled, isYou }) => (
        <li
          key={id}
          className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_minmax(0,2fr)] sm:items-baseline"
        >
          <p className="font-semibold wrap-anywhere">
            <bdi>{name}</bdi>
            {isYou ? <span className="font-normal text-ink-3"> (you)</span> : null}
          </p>
          <p className="break-all text-ink-2">
            <bdi>{email}</bdi>
          </p>
          <details className="group">
            <summary className="flex cursor-pointer list-none flex-wrap items-baseline justify-between gap-x-3">
              <span>
                {roleName(role)}
                {disabled ? <span className="text-red"> (switched off)</span> : null}
              </span>
              <span className="text-blue underline">
                Change
                <VisuallyHidden> {name}</VisuallyHidden>
              </span>
            </summary>
            <div className="grid gap-3 pt-3 pb-1">
              <RoleForm userId={id} role={role} name={name} action={change} />
              <ActionButton
                kind={disabled ? 'plain' : 'danger'}
                action={change}
                fields={{ userId: id, account: disabled ? 'on' : 'off' }}
              >
                {disabled ? 'Switch on again' : 'Switch off'}
              </ActionButton>
            </div>
          </details>
        </li>
      ))}
    </ul>
  )
}
