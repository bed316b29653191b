import type { Metadata } from 'next'
import { SettingsSheet } from '@/components/settings/settings-sheet'
import { StaffList } from '@/components/settings/staff-list'
import { openPage } from '@/lib/http/open-page'

export const metadata: Metadata = { title: 'People, settings' }

export default openPage('manage.users', async ({ stet, actor }) => {
  const staff = await stet.accounts.staff(actor)
  return (
    <SettingsSheet current="people" wide>
      {staff.ok ? <StaffList staff={staff.value} /> : <p>{staff.error.message}</p>}
    </SettingsSheet>
  )
})
