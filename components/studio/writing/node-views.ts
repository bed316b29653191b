import type { NodeViewRenderer } from '@tiptap/core'
import type { NodeName } from '@/lib/articles/document/document-nodes'
import { calloutView } from './views/callout-view'
import { embedView } from './views/embed-view'
import { figureView } from './views/figure-view'
import { noteView } from './views/note-view'

/** What is shown otherwise than it is put on the clipboard. */
export const NODE_VIEWS: Readonly<Partial<Record<NodeName, NodeViewRenderer>>> = {
  figure: figureView,
  embed: embedView,
  callout: calloutView,
  footnote: noteView,
}
