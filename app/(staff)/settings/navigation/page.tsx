import type { Metadata } from 'next'
import { NavigationForm } from '@/components/settings/navigation/navigation-form'
import { SettingsSheet } from '@/components/settings/settings-sheet'
import { openPage } from '@/lib/http/open-page'
import { refusedPost } from '@/lib/http/refused-post'
import { saveNavigationAction } from './navigation-action'

export const metadata: Metadata = { title: 'Navigation, settings' }

export default openPage(
  'manage.settings',
  async ({ stet, query }) => {
    const { settings, version } = await stet.settings.read()
    return (
      <SettingsSheet current="navigation">
        <NavigationForm
          key={version}
          action={saveNavigationAction}
          stored={{ version, navigation: settings.navigation }}
          suggested={await stet.articles.linkable()}
          saved={query('saved') !== null}
          refused={refusedPost()}
        />
      </SettingsSheet>
    )
  },
  (refused) => (
    <SettingsSheet current="navigation">
      <NavigationForm
        action={saveNavigationAction}
        stored={{ version: Number(refused.values.version), navigation: { header: [], footer: [] } }}
        suggested={[]}
        saved={false}
        refused={refused}
      />
    </SettingsSheet>
  ),
)
