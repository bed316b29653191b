'use client'

import { useActionState } from 'react'
import type { StudioArticleView } from '@/lib/articles/article-view'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { Editor } from './editor'
import type { Edited } from './editor-actions'
import { SHEET, SHEET_START, type SheetStart } from './sheet-start'

/**
 * The sheet as the server renders it: a plain form that posts by itself, and what its script (sheet.island.tsx) begins
 * with, as a data block in which `<` is escaped. Framework scripts are left out of this page, so that none of this runs
 * in a browser.
 */
export function SheetPage({
  piece,
  zone,
  done,
  action,
}: {
  piece: StudioArticleView
  zone: string
  done: string | null
  action: FormAction<Edited>
}) {
  const [posted, post] = useActionState(action, IDLE)
  const start: SheetStart = { piece, zone, done, posted }
  return (
    <>
      <div id={SHEET}>
        <Editor start={start} post={post} />
      </div>
      <script
        type="application/json"
        id={SHEET_START}
        dangerouslySetInnerHTML={{ __html: JSON.stringify(start).replaceAll('<', '\\u003c') }}
      />
    </>
  )
}
