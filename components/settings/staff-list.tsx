import { roleName } from '@/components/account/role-name'
import type { StaffView } from '@/lib/accounts/list-staff'

/** Who works here. People are added on the command line. */
export function StaffList({ staff }: { staff: readonly StaffView[] }) {
  return (
    <section className="grid gap-3">
      <table className="w-full text-start">
        <thead className="border-b border-edge text-caption text-ink-3">
          <tr>
            <th className="py-1 pe-4 text-start font-medium">Name</th>
            <th className="hidden py-1 pe-4 text-start font-medium sm:table-cell">Email</th>
            <th className="py-1 text-start font-medium">Role</th>
          </tr>
        </thead>
        <tbody>
          {staff.map(({ name, email, role, disabled }) => (
            <tr key={email} className="border-b border-rule align-baseline">
              <td className="py-2 pe-4 font-semibold">
                <bdi>{name}</bdi>
                <div className="font-normal break-all text-ink-2 sm:hidden">
                  <bdi>{email}</bdi>
                </div>
              </td>
              <td className="hidden py-2 pe-4 break-all text-ink-2 sm:table-cell">
                <bdi>{email}</bdi>
              </td>
              <td className="py-2">
                {roleName(role)}
                {disabled ? ' (switched off)' : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-ink-2">
        Add somebody on the command line:{' '}
        <code className="inline-block">npm run stet -- create-user --help</code>
      </p>
    </section>
  )
}
