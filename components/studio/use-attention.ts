import { type RefObject, useEffect, useState } from 'react'

/** Where to look after a post, when its button may be gone. */
const PLACES = { refused: ['[aria-invalid="true"]', '[data-problem]'], moved: ['[data-state]'] } as const

/** Leads the focus to what came of a post, once the page shows it. */
export const useAttention = (form: RefObject<HTMLFormElement | null>) => {
  const [attention, setAttention] = useState<{ readonly to: keyof typeof PLACES } | null>(null)
  useEffect(() => {
    const found = attention && PLACES[attention.to].map((place) => form.current?.querySelector(place))
    const target = found?.find((element) => element instanceof HTMLElement)
    if (target instanceof HTMLElement) target.focus()
  }, [attention, form])
  return setAttention
}
