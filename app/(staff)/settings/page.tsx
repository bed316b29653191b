import type { Metadata } from 'next'
import { SettingsForm } from '@/components/settings/settings-form'
import { settingsValues } from '@/components/settings/settings-values'
import { StaffList } from '@/components/settings/staff-list'
import { openPage } from '@/lib/http/open-page'
import { refusedPost } from '@/lib/http/refused-post'
import { saveSettingsAction } from './settings-action'

export const metadata: Metadata = { title: 'Settings' }

export default openPage('manage.settings', async ({ stet, actor, query }) => {
  const [{ settings, version }, staff] = await Promise.all([stet.settings.read(), stet.accounts.staff(actor)])
  return (
    <main
      id="main"
      className="mx-auto grid max-w-sheet gap-x-12 gap-y-6 px-4 py-8 sm:px-6 rail:grid-cols-[11rem_minmax(0,1fr)]"
    >
      <h1 className="text-[2rem] leading-[1.1] font-bold tracking-[-0.02em] rail:col-start-2">Settings</h1>
      <div className="grid max-w-[34rem] gap-12 rail:col-start-2">
        <SettingsForm
          key={version}
          action={saveSettingsAction}
          stored={{ version, values: settingsValues(settings) }}
          saved={query('saved') !== null}
          refused={refusedPost()}
        />
        {staff.ok ? (
          <section className="grid gap-3">
            <h2 className="text-h3 font-bold">Who works here</h2>
            <StaffList staff={staff.value} />
            <p className="text-ink-2">
              Add somebody on the command line:{' '}
              <code className="inline-block">npm run stet -- create-user --help</code>
            </p>
          </section>
        ) : null}
      </div>
    </main>
  )
})
