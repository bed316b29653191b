import type { Metadata } from 'next'
import { openPage } from '@/lib/http/open-page'
import { saveReasonsAction } from '../moderation-actions'
import { settingsPage } from '../settings-frame'

export const metadata: Metadata = { title: 'Reasons and replies, settings' }

const { render, kept } = settingsPage('reasons', saveReasonsAction)

export default openPage('manage.settings', render, kept)
