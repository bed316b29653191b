import { type FormEvent, type RefObject, useActionState, useEffect, useRef, useState } from 'react'
import type { StudioArticleView } from '@/lib/articles/article-view'
import type { FormState } from '@/lib/http/form-state'
import type { DomainError } from '@/lib/kernel/domain-error'
import { type Change, type Edited, type EditorActions, INTENTS, type Intent } from './editor-actions'
import { editorStart, theirsIn, versionAfter } from './editor-state'
import { type PieceValues, differences, typedIn, valuesOf } from './piece-values'
import { doneBefore, doneHere } from './piece-words'
import { useUnsaved } from './use-unsaved'

const IDLE = { kind: 'idle' } as const
const OFFLINE: DomainError = {
  code: 'unavailable',
  message: 'The server could not be reached, so nothing was saved. What you typed is still here: try again.',
}
/** Bytes the server takes at once, less the names of the fields (server/routes/route-table.ts). */
const LARGEST = 2 * 1024 * 1024 - 16 * 1024
const TOO_LARGE: DomainError = {
  code: 'too-large',
  message: 'This is more than can be saved at once, so nothing was saved. Please shorten the text.',
  fields: { text: 'Please shorten the text, or split it into several pieces.' },
}

const bytesOf = (values: PieceValues): number => new Blob(Object.values(values)).size

const asked = async <T>(answer: Promise<FormState<T>>): Promise<FormState<T>> => {
  try {
    return await answer
  } catch {
    return { kind: 'refused', error: OFFLINE, values: {} }
  }
}

const intentOf = (event: SubmitEvent): Intent =>
  INTENTS.find((intent) => intent === event.submitter?.getAttribute('value')) ?? 'save'

export interface EditorProps {
  readonly piece: StudioArticleView
  /** What the form did that led here, after a page load. */
  readonly done: string | null
  readonly actions: EditorActions
}

/** One piece being written. The form works by itself; this keeps its page open while it is sent. */
export const useEditor = (
  form: RefObject<HTMLFormElement | null>,
  { piece: stored, done, actions }: EditorProps,
) => {
  const [posted, send] = useActionState(actions.editAndReturn, IDLE)
  const [start] = useState(() => editorStart(posted, stored))

  const [piece, setPiece] = useState(stored)
  /** What the fields are filled with; another `round` fills them anew. */
  const [filled, setFilled] = useState({ round: 0, values: start.typed.values })
  const [values, setValues] = useState(start.typed.values)
  const [saved, setSaved] = useState(() => valuesOf(stored))
  const [version, setVersion] = useState(start.typed.version)
  const [problem, setProblem] = useState(start.problem)
  const [theirs, setTheirs] = useState(start.theirs)
  const [said, setSaid] = useState(start.problem ? null : doneBefore(done, stored.updatedAt))
  const [sending, setSending] = useState<Intent | null>(null)
  const unsaved = differences(values, saved).length > 0
  useUnsaved(unsaved, form)

  const read = (): void => {
    if (form.current) setValues(typedIn(new FormData(form.current)))
  }

  const store = (did: Change, now: StudioArticleView, sent: PieceValues): void => {
    setPiece(now)
    setVersion(now.version)
    setProblem(null)
    setTheirs(null)
    setSaid(doneHere(did, now.updatedAt))
    // The address follows the title until it was given one; whoever is typing there now goes on.
    const address = form.current?.elements.namedItem('slug')
    if (address instanceof HTMLInputElement && address.value === sent.slug) address.value = now.slug
    setSaved({ ...sent, slug: now.slug })
    read()
  }

  const refuse = (error: DomainError): void => {
    setProblem(error)
    setTheirs(theirsIn(error))
    setVersion((typedOver) => versionAfter(error, typedOver))
    setSaid(null)
  }

  const carryOut = async (intent: Intent): Promise<void> => {
    if (sending !== null || !form.current) return
    const data = new FormData(form.current)
    const sent = typedIn(data)
    if (bytesOf(sent) > LARGEST) return refuse(TOO_LARGE)
    data.set('intent', intent)
    setSending(intent)
    const answer = await asked<Edited>(actions.edit(IDLE, data))
    setSending(null)
    if (answer.kind === 'refused') refuse(answer.error)
    else if (answer.kind === 'done' && answer.value.did !== 'preview')
      store(answer.value.did, answer.value.piece, sent)
  }

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (event.nativeEvent instanceof SubmitEvent) void carryOut(intentOf(event.nativeEvent))
  }

  // What was typed before the scripts arrived.
  const first = useRef(read)
  useEffect(() => first.current(), [])

  const save = useRef(carryOut)
  useEffect(() => {
    save.current = carryOut
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      void save.current('save')
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  /** Goes on with what the others saved; what was typed here is kept by the server. */
  const takeTheirs = (): void => {
    if (!theirs) return
    const next = valuesOf(theirs)
    setPiece(theirs)
    setFilled(({ round }) => ({ round: round + 1, values: next }))
    setValues(next)
    setSaved(next)
    setProblem(null)
    setTheirs(null)
  }

  return {
    ...{ send, submit, read, takeTheirs },
    ...{ piece, filled, values, version, problem, theirs, said, sending, unsaved },
    firstPreview: start.preview,
  }
}
