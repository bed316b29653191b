import { type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { Button } from './button'

/**
 * A dialog of the browser's own, shown for as long as it is rendered: focus stays in it, Escape cancels it. It stands
 * outside the form it is asked from, and what is typed in it is not that form's.
 */
export function Dialog({
  title,
  onCancel,
  children,
}: {
  title: string
  onCancel: () => void
  children: ReactNode
}) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return createPortal(
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onCancel()
      }}
      onInput={(event) => event.stopPropagation()}
    >
      <div className="grid gap-4">
        <h2 id={titleId} className="text-h3 font-bold">
          {title}
        </h2>
        {children}
      </div>
    </dialog>,
    document.body,
  )
}

/** What can be done in a dialog, and last the way out of it. */
export function DialogActions({ onCancel, children }: { onCancel: () => void; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-3">
      {children}
      <Button type="button" kind="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  )
}
