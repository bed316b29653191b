import { type RefObject, useEffect, useRef } from 'react'
import type { StudioArticleView } from '@/lib/articles/article-view'

/** On a page that nothing stands on yet, writing begins in the title. Whoever is somewhere already stays there. */
export const useBlankStart = (
  form: RefObject<HTMLFormElement | null>,
  { title, text, abilities }: Pick<StudioArticleView, 'title' | 'text' | 'abilities'>,
): void => {
  const isBlank = useRef(title === '' && text === '' && abilities.save)
  useEffect(() => {
    const field = form.current?.elements.namedItem('title')
    const isElsewhere = document.activeElement !== null && document.activeElement !== document.body
    if (isBlank.current && !isElsewhere && field instanceof HTMLElement) field.focus()
  }, [form])
}
