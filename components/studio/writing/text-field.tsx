import { type RefObject, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { FieldFrame, controlIds } from '@/components/ui/field-frame'
import type { StudioArticleView } from '@/lib/articles/article-view'
import { isRightToLeft } from '@/lib/kernel/language'
import type { PieceValues } from '../piece-values'
import type { Surface } from './surface'
import { useSurface } from './use-surface'

/** What the page around the text has to do with it. */
export interface Writing {
  readonly stored: Pick<StudioArticleView, 'text' | 'content' | 'direction'>
  /** As the form's fields say it just now. */
  readonly title: string
  readonly language: string
  /** A colleague's text stands beside it, as Markdown, and so does this one. */
  readonly isCompared: boolean
  /** Takes what was typed a moment ago into the form's fields. */
  readonly settleRef: RefObject<(() => void) | null>
  readonly onText: () => void
  readonly onSurface: (surface: Surface) => void
  readonly onWords: (words: number) => void
}

interface Props {
  readonly values: PieceValues
  readonly label: string
  readonly error: string | undefined
  readonly readOnly: boolean
  /** Left out where the form stands for itself: then there is the Markdown field and nothing else. */
  readonly writing?: Writing
}

const HINT =
  'Markdown: ## heading, *emphasis*, [link](https://…), > quotation, - list, [^1] note. Pictures: see the media library, below.'

/** The text of a piece: a field of Markdown, and where scripts run the sheet in its place. */
export function TextField({ values, label, error, readOnly, writing }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const hidden = useRef<HTMLInputElement>(null)
  const surface = useSurface({
    ...{ area, hidden },
    stored: writing?.stored ?? { text: '', content: { type: 'doc', content: [] } },
    isOn: writing !== undefined && !readOnly && !writing.isCompared,
    onSurface: (shown) => writing?.onSurface(shown),
    settle: () => writing?.settleRef.current?.(),
    onText: () => writing?.onText(),
  })
  const { open } = surface
  const facts = { label, name: 'text', error, hint: true }

  const change = (json: string): void => {
    if (!hidden.current) return
    hidden.current.value = json
    writing?.onText()
  }

  // A page that goes away takes what was typed in its last moment along.
  const settleRef = writing?.settleRef
  useEffect(() => {
    const now = (): void => settleRef?.current?.()
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('pagehide', now, { signal })
    document.addEventListener('visibilitychange', now, { signal })
    return () => listening.abort()
  }, [settleRef])

  return (
    <>
      {/* Not type="hidden": React would set that back to its first value. */}
      <input ref={hidden} hidden name="document" defaultValue={values.document} autoComplete="off" />
      {surface.problem ? (
        <p role="alert" className="field-error">
          {surface.problem}
        </p>
      ) : null}
      {open && writing ? (
        <open.View
          content={open.content}
          untouched={open.untouched}
          hasFocus={open.hasFocus}
          isReadOnly={readOnly}
          title={writing.title}
          language={writing.language}
          direction={isRightToLeft(writing.language) ? 'rtl' : writing.stored.direction}
          error={error ?? null}
          settleRef={writing.settleRef}
          onChange={change}
          onWords={writing.onWords}
          onSource={() => void surface.choose('source')}
        />
      ) : null}
      <div hidden={open !== null}>
        <FieldFrame {...facts} hint={HINT}>
          <textarea
            {...controlIds(facts)}
            ref={area}
            defaultValue={values.text}
            readOnly={readOnly}
            autoComplete="off"
            lang={values.language}
            dir="auto"
            rows={16}
            className="sheet-field sheet-text"
          />
        </FieldFrame>
        {surface.isReady ? (
          <Button type="button" className="mt-2" onClick={() => void surface.choose('sheet')}>
            Write on the sheet
          </Button>
        ) : null}
      </div>
    </>
  )
}
