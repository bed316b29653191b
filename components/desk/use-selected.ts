'use client'

import { useEffect, useState } from 'react'
import type { QueueView } from '@/lib/moderation/queue-view'
import { BULK_FORM } from './bulk-bar'

/** How many boxes are ticked; null before the script has taken over. */
export const useSelected = (view: QueueView): number | null => {
  const [selected, setSelected] = useState<number | null>(null)
  useEffect(() => {
    const count = (): void =>
      setSelected(document.querySelectorAll(`input[form="${BULK_FORM}"][data-box]:checked`).length)
    count()
    document.addEventListener('change', count)
    return () => document.removeEventListener('change', count)
  }, [view])
  return selected
}
