import type { Metadata } from 'next'
import { openPage } from '@/lib/http/open-page'
import { savePublicationAction } from './settings-action'
import { settingsPage } from './settings-frame'

export const metadata: Metadata = { title: 'Settings' }

const { render, kept } = settingsPage('publication', savePublicationAction)

export default openPage('manage.settings', render, kept)
