import type { ReactNode } from 'react'
import { SettingsForm } from '@/components/settings/settings-form'
import { SettingsSheet } from '@/components/settings/settings-sheet'
import { postedSettings } from '@/components/settings/settings-state'
import { type SettingsValues, settingsValues } from '@/components/settings/settings-values'
import type { FormAction } from '@/lib/http/define-action'
import type { Refused } from '@/lib/http/form-state'
import type { PageVisit } from '@/lib/http/open-page'
import { refusedPost } from '@/lib/http/refused-post'

/** What a page of the settings that is one form shows, and what when it was posted by somebody signed out. */
export const settingsPage = (
  fields: 'publication' | 'appearance' | 'comments' | 'reasons' | 'checks',
  action: FormAction<{ version: number }>,
  /** What stands below the form. */
  below?: (visit: PageVisit) => Promise<ReactNode>,
  {
    beside,
    tried = () => ({}),
  }: {
    /** Further buttons of the form. */
    readonly beside?: ReactNode
    /** Values that the address brings, to be looked at before they are stored. */
    readonly tried?: (visit: PageVisit) => Partial<SettingsValues>
  } = {},
) => ({
  render: async (visit: PageVisit) => {
    const { stet, query } = visit
    const { settings, version } = await stet.settings.read()
    return (
      <SettingsSheet current={fields}>
        <SettingsForm
          key={version}
          fields={fields}
          action={action}
          stored={{ version, values: { ...settingsValues(settings), ...tried(visit) } }}
          saved={query('saved') !== null}
          refused={refusedPost()}
          beside={beside}
        />
        {await below?.(visit)}
      </SettingsSheet>
    )
  },
  /** Signed out while typing, and without JavaScript: what was typed comes back, and nothing of what is stored. */
  kept: (refused: Refused) => (
    <SettingsSheet current={fields}>
      <SettingsForm
        fields={fields}
        action={action}
        stored={postedSettings(refused)}
        saved={false}
        refused={refused}
        beside={beside}
      />
    </SettingsSheet>
  ),
})
