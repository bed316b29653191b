import type { ReactNode } from 'react'
import { RoomLink } from '@/components/ui/room-link'
import { SETTINGS_PAGES, type SettingsPageName } from './settings-pages'

/** The frame of every page of the settings: their list in the margin (above, on a phone), one column beside it. */
export function SettingsSheet({
  current,
  wide = false,
  children,
}: {
  current: SettingsPageName
  /** For tables: as wide as the sheet. */
  wide?: boolean
  children: ReactNode
}) {
  return (
    <main
      id="main"
      className="mx-auto grid max-w-sheet gap-x-12 gap-y-6 px-4 py-8 sm:px-6 rail:grid-cols-[11rem_minmax(0,1fr)] rail:grid-rows-[auto_1fr]"
    >
      <nav aria-label="Settings" className="rail:row-span-2">
        <ul className="flex flex-wrap gap-x-5 gap-y-1 rail:grid rail:gap-y-1 rail:pt-2">
          {Object.entries(SETTINGS_PAGES).map(([name, { href, label }]) => (
            <li key={name}>
              <RoomLink {...{ href, label }} current={name === current} />
            </li>
          ))}
        </ul>
      </nav>
      <h1 className="text-[2rem] leading-[1.1] font-bold tracking-[-0.02em] rail:col-start-2">
        {SETTINGS_PAGES[current].label}
      </h1>
      <div className={`grid gap-12 rail:col-start-2 ${wide ? 'min-w-0' : 'max-w-[34rem]'}`}>{children}</div>
    </main>
  )
}
