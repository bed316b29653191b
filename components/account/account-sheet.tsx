import type { ReactNode } from 'react'

/** <AccountSheet title="Sign in" margin={<p>…</p>}>form</AccountSheet>: a narrow column, remarks in the margin. */
export function AccountSheet({
  title,
  margin,
  children,
}: {
  title: string
  margin?: ReactNode
  children: ReactNode
}) {
  return (
    <main
      id="main"
      className="mx-auto grid max-w-sheet gap-x-12 gap-y-4 px-4 py-8 sm:px-6 sm:py-12 rail:grid-cols-[11rem_minmax(0,1fr)]"
    >
      <h1 className="text-[2rem] leading-[1.1] font-bold tracking-[-0.02em] rail:col-start-2">{title}</h1>
      {margin ? (
        <div className="grid max-w-[26rem] gap-2 self-start text-ink-2 rail:col-start-1 rail:row-start-2">
          {margin}
        </div>
      ) : null}
      <div className="grid max-w-[26rem] gap-6 rail:col-start-2 rail:row-start-2">{children}</div>
    </main>
  )
}
