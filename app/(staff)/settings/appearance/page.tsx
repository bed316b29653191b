import type { Metadata } from 'next'
import { Specimen } from '@/components/settings/specimen'
import { Button } from '@/components/ui/button'
import { type PageVisit, openPage } from '@/lib/http/open-page'
import { accentsOf, worstContrast } from '@/lib/kernel/palette'
import { settingsPage } from '../settings-frame'
import { saveAppearanceAction } from './appearance-action'
import { readTried, specimenPath } from './appearance-address'

export const metadata: Metadata = { title: 'Appearance, settings' }

const specimen = async ({ stet, query }: PageVisit) => {
  const { settings } = await stet.settings.read()
  const theme = { ...settings, ...readTried(query) }
  const { light, dark } = accentsOf(theme)
  return (
    <Specimen
      publication={settings.name}
      sheet={specimenPath(theme)}
      contrast={{ light: worstContrast(light, 'light'), dark: worstContrast(dark, 'dark') }}
    />
  )
}

const buttons = (
  <>
    <Button name="do" value="preview">
      Preview
    </Button>
    <Button name="do" value="reset" kind="quiet">
      Back to the look of the house
    </Button>
  </>
)

const { render, kept } = settingsPage('appearance', saveAppearanceAction, specimen, {
  beside: buttons,
  tried: ({ query }) => readTried(query),
})

export default openPage('manage.settings', render, kept)
