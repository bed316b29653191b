import type { Metadata } from 'next'
import { SettingsSheet } from '@/components/settings/settings-sheet'
import { TryForm } from '@/components/settings/try-form'
import { openPage } from '@/lib/http/open-page'
import { tryTextAction } from './try-action'

export const metadata: Metadata = { title: 'Try the checks, settings' }

export default openPage('manage.settings', () => (
  <SettingsSheet current="try">
    <TryForm action={tryTextAction} />
  </SettingsSheet>
))
