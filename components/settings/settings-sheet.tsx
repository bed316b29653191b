import type { ReactNode } from 'react'

/** The page the settings stand on: one column beside an empty margin. */
export function SettingsSheet({ children }: { children: ReactNode }) {
  return (
    <main
      id="main"
      className="mx-auto grid max-w-sheet gap-x-12 gap-y-6 px-4 py-8 sm:px-6 rail:grid-cols-[11rem_minmax(0,1fr)]"
    >
      <h1 className="text-[2rem] leading-[1.1] font-bold tracking-[-0.02em] rail:col-start-2">Settings</h1>
      <div className="grid max-w-[34rem] gap-12 rail:col-start-2">{children}</div>
    </main>
  )
}
