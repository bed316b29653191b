import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { StudioArticleView } from '@/lib/articles/article-view'
import type { DomainError } from '@/lib/kernel/domain-error'
import { INTENTS, type Intent } from './editor-actions'
import { afterAutosave, afterChange, afterRefusal, afterTakingTheirs, editorStart } from './editor-state'
import { type PieceValues, differOnSheet, differences, typedIn, valuesOf } from './piece-values'
import { doneBefore, doneHere } from './piece-words'
import { sendChange } from './send-change'
import type { AutoSaved } from './send-save'
import type { SheetStart } from './sheet-start'
import { mergeTyped } from './merge-typed'
import { type Found, useAutosave } from './use-autosave'
import { useLock } from './lock/use-lock'
import { TOO_LARGE, isTooLarge } from './largest-save'
import { showSource } from './show-source'
import { useAttention } from './use-attention'
import { useBlankStart } from './use-blank-start'
import { useSaveKey } from './use-save-key'
import { useUnsaved } from './use-unsaved'
import { useWriting } from './writing/use-writing'

const textOf = ({ text, content }: StudioArticleView) => ({ text, content })

const intentOf = ({ nativeEvent }: FormEvent): Intent => {
  const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter?.getAttribute('value') : null
  return INTENTS.find((intent) => intent === button) ?? 'save'
}

/** One piece being written. The form works by itself; this keeps its page open while it is sent. */
export const useEditor = (
  form: RefObject<HTMLFormElement | null>,
  { piece: stored, done, posted }: SheetStart,
) => {
  const [start] = useState(() => editorStart(posted, stored, doneBefore(done, stored.updatedAt)))
  const [state, setState] = useState(start.state)
  /** What the fields are filled with; another `round` fills them anew. */
  const [filled, setFilled] = useState({ round: 0, values: start.values })
  const [values, setValues] = useState(start.values)
  const [sending, setSending] = useState<Intent | null>(null)
  const attend = useAttention(form)
  const unsaved = differences(values, state.saved).length > 0
  useUnsaved(unsaved, form)
  const writing = useWriting()
  const surface = useRef(writing.surface)
  useEffect(() => {
    surface.current = writing.surface
  })
  const autosave = useAutosave({
    articleId: stored.id,
    piece: stored,
    start: { values: start.state.saved, version: start.state.over.version },
    isOn: stored.abilities.save && start.state.problem === null,
    slugBefore: () => state.over.slugBefore,
    onSaved: (sent, saved) => autosaved(sent, saved),
    onRefused: (sent, error) => {
      refuse(error, sent)
      // Whoever types goes on typing: a notice is announced, and takes no key. Two texts are to be looked at first.
      if (error.code === 'conflict') attend({ to: 'refused' })
    },
  })
  const { lock, take } = useLock({
    articleId: stored.id,
    isOn: stored.abilities.save && start.state.problem === null,
    save: async () => {
      writing.settleRef.current?.()
      await autosave.saver.current?.flush()
      autosave.saver.current?.halt()
    },
  })

  const typedNow = (): PieceValues | null => form.current && typedIn(new FormData(form.current))

  /** The same, with what was typed on the sheet a moment ago. */
  const settled = (): PieceValues | null => {
    writing.settleRef.current?.()
    return typedNow()
  }

  const read = (): void => {
    const typed = typedNow()
    if (!typed) return
    setValues(typed)
    autosave.saver.current?.changed(typed)
  }

  /**
   * The sheet holds another text. Where that is all, and it was not saved before either, nothing of the page is to be
   * drawn anew for it; whoever saves asks the fields.
   */
  const heardSheet = (): void => {
    const typed = typedNow()
    if (!typed) return
    const { document } = state.saved
    setValues((was) =>
      differOnSheet(was, typed) && was.document !== document && typed.document !== document ? was : typed,
    )
    autosave.saver.current?.changed(typed)
  }
  const latestHeard = useRef(heardSheet)
  useEffect(() => {
    latestHeard.current = heardSheet
  })
  const onText = useCallback((): void => latestHeard.current(), [])

  const fill = (next: PieceValues): void => {
    setFilled(({ round }) => ({ round: round + 1, values: next }))
    setValues(next)
    autosave.saver.current?.changed(next)
  }

  const autosaved = (sent: PieceValues, saved: AutoSaved): void => {
    setState((was) => afterAutosave(was, saved, sent, doneHere('save', saved.updatedAt)))
    const field = form.current?.elements.namedItem('slug')
    if (field instanceof HTMLInputElement && field.value === sent.slug) field.value = saved.slug
    const typed = saved.piece ? settled() : null
    if (!saved.piece || !typed) return read()
    // What a colleague wrote comes into the fields; what was typed since stays.
    const merged = mergeTyped(sent, typed, saved.piece)
    if (!merged) return
    setState((was) => ({ ...was, piece: { ...was.piece, ...textOf(saved.piece ?? was.piece) } }))
    fill(merged)
  }

  /** Text of this device that no server has: it is typed again, over what it was typed over. */
  const takeFound = ({ values: next, over, forget }: Found): void => {
    setState((was) => ({ ...was, over: { ...was.over, ...over } }))
    autosave.saver.current?.resume(over.version)
    fill({ ...next, slug: state.piece.slug })
    forget()
  }

  /** The address follows the title until it was given one; whoever is typing there now goes on. */
  const showAddress = (sent: PieceValues, { slug }: StudioArticleView): void => {
    const field = form.current?.elements.namedItem('slug')
    if (field instanceof HTMLInputElement && field.value === sent.slug) field.value = slug
    read()
  }

  const takeTheirs = (theirs: StudioArticleView): void => {
    const next = valuesOf(theirs)
    setState((was) => afterTakingTheirs(was, theirs))
    autosave.saver.current?.confirmed(next, theirs.version)
    autosave.saver.current?.resume(theirs.version)
    fill(next)
    attend({ to: 'moved' })
  }

  /** Two texts are there. Known here before the page shows it: a click in that instant chose nothing. */
  const torn = useRef(start.state.theirs !== null)

  const refuse = (error: DomainError, sent: PieceValues): void => {
    const refused = afterRefusal(state, error, sent)
    torn.current = refused.theirs !== null
    // With two texts in sight nothing is saved by itself.
    if (error.code === 'conflict') autosave.saver.current?.halt()
    setState(refused)
    if (refused.theirs)
      void showSource({
        typedNow: () => (torn.current ? settled() : null),
        isOnSheet: () => surface.current === 'sheet',
        fill,
      })
    if (refused.saved === state.saved) return
    // Only the move was refused: the next save, by whoever, goes over what is stored now.
    autosave.saver.current?.confirmed(refused.saved, refused.over.version)
    autosave.saver.current?.resume(refused.over.version)
    showAddress(sent, refused.piece)
  }

  /** After a save by hand: where it is said why. */
  const refuseHere = (error: DomainError, sent: PieceValues): void => {
    refuse(error, sent)
    attend({ to: 'refused' })
  }

  const carryOut = async (intent: Intent): Promise<void> => {
    // While somebody else writes, nothing of this page is saved: neither by a key nor by Enter in a field.
    if (sending !== null || lock.kind !== 'mine') return
    const chooses = intent === 'keep' || intent === 'settle'
    if (torn.current && !chooses) return attend({ to: 'refused' })
    const sent = settled()
    if (!sent) return
    if (isTooLarge(sent)) return refuseHere(TOO_LARGE, sent)
    setSending(intent)
    // One save at a time: this one goes over what the editor saved by itself a moment ago.
    const over = await autosave.saver.current?.quiet()
    if (torn.current && !chooses) return setSending(null)
    const answer = await sendChange(
      {
        ...{ articleId: stored.id, intent, slugBefore: state.over.slugBefore },
        version: state.theirs === null && over !== undefined ? over : state.over.version,
        conflict: (state.theirs && state.piece.conflictRevisionId) ?? '',
      },
      sent,
    )
    setSending(null)
    if (answer.kind === 'refused') return refuseHere(answer.error, sent)
    if (answer.kind === 'idle' || answer.value.did === 'preview') return
    const { did, piece } = answer.value
    torn.current = false
    if (did === 'settle') return takeTheirs(piece)
    setState((was) => afterChange(was, piece, sent, doneHere(did, piece.updatedAt)))
    autosave.saver.current?.confirmed({ ...sent, slug: piece.slug }, piece.version)
    autosave.saver.current?.resume(piece.version)
    if (did !== 'save') attend({ to: 'moved' })
    showAddress(sent, piece)
  }
  useSaveKey(() => void carryOut('save'))
  useBlankStart(form, stored)

  // What was typed before the scripts arrived.
  const first = useRef(read)
  useEffect(() => first.current(), [])

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    void carryOut(intentOf(event))
  }

  return {
    ...{ state, filled, values, sending, unsaved, firstPreview: start.preview },
    ...{ submit, read, onText, takeFound, writing },
    ...{ autosave: autosave.state, found: autosave.found, lock, take },
  }
}
