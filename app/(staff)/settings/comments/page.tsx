import type { Metadata } from 'next'
import { openPage } from '@/lib/http/open-page'
import { saveCommentRulesAction } from '../settings-action'
import { settingsPage } from '../settings-frame'

export const metadata: Metadata = { title: 'Comments, settings' }

const { render, kept } = settingsPage('comments', saveCommentRulesAction)

export default openPage('manage.settings', render, kept)
