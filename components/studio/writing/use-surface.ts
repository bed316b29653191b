import type { JSONContent } from '@tiptap/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useHasScripts } from '@/components/ui/use-has-scripts'
import type { Doc } from '@/lib/articles/document/document'
import { convert } from './convert'
import { type Surface, rememberSurface, wishedSurface } from './surface'
import type { WritingSheet } from './writing-sheet'

export interface SheetOpen {
  readonly View: typeof WritingSheet
  readonly content: JSONContent
  /** What the form holds while nothing is changed: '' where the Markdown beside it says the same. */
  readonly untouched: string | null
  /** Somebody was writing already. */
  readonly hasFocus: boolean
}

interface Given {
  readonly area: RefObject<HTMLTextAreaElement | null>
  readonly hidden: RefObject<HTMLInputElement | null>
  /** The text as it is stored, in both spellings. */
  readonly stored: { readonly text: string; readonly content: Doc }
  readonly isOn: boolean
  readonly onSurface: (surface: Surface) => void
  /** Takes what was typed a moment ago into the fields. */
  readonly settle: () => void
  /** The fields hold something else now. */
  readonly onText: () => void
}

const lines = (text: string): string => text.replace(/\r\n?/g, '\n')

/** The way between the textarea, which is always there, and the sheet, which takes its place where scripts run. */
export const useSurface = (given: Given) => {
  const [open, setOpen] = useState<SheetOpen | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const isReady = useHasScripts() && given.isOn
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })

  const isOpen = useRef(false)
  const show = (next: SheetOpen | null): void => {
    setOpen(next)
    isOpen.current = next !== null
    latest.current.onSurface(next ? 'sheet' : 'source')
  }

  /** What the sheet begins with. */
  const contentOf = async (): Promise<Pick<SheetOpen, 'content' | 'untouched'> | string> => {
    const { area, hidden, stored } = latest.current
    const written = hidden.current?.value ?? ''
    if (written !== '') return { content: JSON.parse(written) as JSONContent, untouched: null }
    const typed = area.current?.value ?? ''
    if (lines(typed) === lines(stored.text))
      return { content: structuredClone(stored.content) as JSONContent, untouched: '' }
    const converted = await convert({ text: typed })
    if (!converted.ok) return converted.message
    // Somebody may have typed on meanwhile.
    if (area.current?.value !== typed) return contentOf()
    return { content: converted.value.document as JSONContent, untouched: '' }
  }

  const openSheet = async (): Promise<void> => {
    setProblem(null)
    try {
      const [{ WritingSheet: View }, content] = await Promise.all([import('./writing-sheet'), contentOf()])
      if (typeof content === 'string') return setProblem(content)
      const hasFocus = document.activeElement === latest.current.area.current
      show({ View, ...content, hasFocus })
    } catch {
      setProblem('The editor could not be loaded, so you write in Markdown.')
    }
  }

  const openSource = async (): Promise<void> => {
    setProblem(null)
    const { area, hidden, settle, onText } = latest.current
    if (!area.current || !hidden.current) return
    settle()
    const document = hidden.current.value
    if (document !== '') {
      const converted = await convert({ document })
      if (!converted.ok) return setProblem(converted.message)
      if (hidden.current.value !== document) return openSource()
      area.current.value = converted.value.text
      hidden.current.value = ''
    }
    show(null)
    onText()
  }

  const first = useRef(openSheet)
  const { isOn } = given
  useEffect(() => {
    if (isOn && !isOpen.current && wishedSurface() === 'sheet') void first.current()
  }, [isOn])

  return {
    ...{ open, problem, isReady },
    choose: async (surface: Surface): Promise<void> => {
      rememberSurface(surface)
      await (surface === 'sheet' ? openSheet() : openSource())
    },
  }
}
