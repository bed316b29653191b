import type { Metadata } from 'next'
import { HookKey } from '@/components/settings/hook-key'
import { type PageVisit, openPage } from '@/lib/http/open-page'
import { saveChecksAction } from '../moderation-actions'
import { settingsPage } from '../settings-frame'

export const metadata: Metadata = { title: 'Checks, settings' }

const below = async ({ stet, actor }: PageVisit) => {
  const key = await stet.moderation.hookKey(actor)
  return key === null ? null : <HookKey value={key} />
}

const { render, kept } = settingsPage('checks', saveChecksAction, below)

export default openPage('manage.settings', render, kept)
