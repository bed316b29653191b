'use client'

import { type FormEvent, useEffect, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { useUploads } from './use-uploads'

/** A plain form that posts one file; with JavaScript it sends it in parts, says how far it is and goes on after a break. */
export function UploadForm({ refused }: { refused: string | null }) {
  const { state, send } = useUploads(refused)
  const hint = useId()
  const chosen = useRef<HTMLInputElement>(null)
  const isSending = state.kind === 'sending'
  // The plain form takes one file; scripts send as many as are chosen.
  useEffect(() => {
    if (chosen.current) chosen.current.multiple = true
  }, [])

  /** What was chosen is on its way already, unless it was chosen before the scripts came; without a file one is asked for. */
  const press = (event: FormEvent): void => {
    event.preventDefault()
    const input = chosen.current
    if (isSending || !input) return
    if (input.files?.length) void send(input)
    else input.click()
  }

  return (
    <form
      onSubmit={press}
      method="post"
      action="/studio/media?upload="
      encType="multipart/form-data"
      className="grid gap-3"
    >
      <label htmlFor="file" className="font-medium">
        Add pictures
      </label>
      <div className="flex flex-wrap items-center gap-4">
        <input
          ref={chosen}
          id="file"
          type="file"
          name="file"
          accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
          aria-describedby={hint}
          onChange={({ target }) => void (isSending || send(target))}
        />
        <Button aria-disabled={isSending}>Upload</Button>
      </div>
      <p id={hint} className="text-caption text-ink-3">
        JPEG, PNG, WebP, GIF or AVIF, up to 40 MB. Where and with what a photo was taken is left out.
      </p>
      <div role="status">
        {state.kind === 'sending' ? (
          <p className="flex flex-wrap items-center gap-3">
            <progress max={1} value={state.share} aria-label={`Uploading ${state.name}`} />
            {state.share < 1 ? `Uploading ${state.name}` : `Making ${state.name} ready in every size`}
          </p>
        ) : null}
      </div>
      {state.kind === 'failed' ? (
        <Notice kind="error">
          <ul className="grid gap-1 wrap-anywhere">
            {state.messages.map((message, index) => (
              <li key={index}>{message}</li>
            ))}
          </ul>
          {state.added === null ? null : (
            <p>
              The others are in the library. <a href={`/studio/media?added=${state.added}`}>Look at them</a>
            </p>
          )}
        </Notice>
      ) : null}
    </form>
  )
}
