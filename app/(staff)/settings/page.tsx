import type { Metadata } from 'next'
import { SettingsForm } from '@/components/settings/settings-form'
import { SettingsSheet } from '@/components/settings/settings-sheet'
import { postedSettings } from '@/components/settings/settings-state'
import { settingsValues } from '@/components/settings/settings-values'
import { StaffList } from '@/components/settings/staff-list'
import type { Refused } from '@/lib/http/form-state'
import { type PageVisit, openPage } from '@/lib/http/open-page'
import { refusedPost } from '@/lib/http/refused-post'
import { saveSettingsAction } from './settings-action'

export const metadata: Metadata = { title: 'Settings' }

const page = async ({ stet, actor, query }: PageVisit) => {
  const [{ settings, version }, staff] = await Promise.all([stet.settings.read(), stet.accounts.staff(actor)])
  return (
    <SettingsSheet>
      <SettingsForm
        key={version}
        action={saveSettingsAction}
        stored={{ version, values: settingsValues(settings) }}
        saved={query('saved') !== null}
        refused={refusedPost()}
      />
      {staff.ok ? <StaffList staff={staff.value} /> : null}
    </SettingsSheet>
  )
}

/** Signed out while typing, and without JavaScript: what was typed comes back, and nothing of what is stored. */
const kept = (refused: Refused) => (
  <SettingsSheet>
    <SettingsForm
      action={saveSettingsAction}
      stored={postedSettings(refused)}
      saved={false}
      refused={refused}
    />
  </SettingsSheet>
)

export default openPage('manage.settings', page, kept)
