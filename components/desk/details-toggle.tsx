'use client'

import { type MouseEvent, useState } from 'react'
import type { CardDetailsView } from '@/lib/moderation/card-details-view'
import { CardDetails } from './card-details'
import { useDeskKeys } from './desk-keys'

const FAILED = 'This could not be fetched. Check the connection and try again.'

const fetchDetails = async (commentId: string): Promise<CardDetailsView | null> => {
  try {
    const answer = await fetch(`/desk/comments/${commentId}.json`)
    return answer.ok ? ((await answer.json()) as CardDetailsView) : null
  } catch {
    return null
  }
}

/** Opens what surrounds the comment on its card: one request, once. Without JavaScript a link to a page with the same. */
export function DetailsToggle({ commentId, now }: { commentId: string; now: string }) {
  const keys = useDeskKeys()
  const [isOpen, setOpen] = useState(false)
  const [details, setDetails] = useState<CardDetailsView | 'failed' | null>(null)
  const toggle = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    setOpen(!isOpen)
    if (isOpen || (details !== null && details !== 'failed')) return
    setDetails(null)
    void fetchDetails(commentId).then((found) => setDetails(found ?? 'failed'))
  }
  return (
    <div className="grid gap-3">
      <p className="text-caption">
        <a
          href={`/desk/comments/${commentId}`}
          aria-expanded={isOpen}
          aria-keyshortcuts={keys.details}
          data-details
          onClick={toggle}
          className="inline-block min-h-6 text-ink-2"
        >
          Author, thread and piece
        </a>
      </p>
      {!isOpen ? null : details === null ? (
        <p role="status" className="text-caption text-ink-3">
          Loading
        </p>
      ) : details === 'failed' ? (
        <p role="alert" className="field-error">
          {FAILED}
        </p>
      ) : (
        <CardDetails details={details} now={now} />
      )}
    </div>
  )
}
