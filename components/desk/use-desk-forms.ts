'use client'

import { useActionState, useMemo } from 'react'
import type { DeskActions } from './desk-actions'

const IDLE = { kind: 'idle' } as const

/** The plain forms of the desk: where each posts to, how the last ones went, and what was refused. */
export const useDeskForms = (actions: DeskActions) => {
  const [decided, decide] = useActionState(actions.decideAndReturn, IDLE)
  const [undone, undo] = useActionState(actions.undoAndReturn, IDLE)
  const [picked, pick] = useActionState(actions.featureAndReturn, IDLE)
  const [many, decideMany] = useActionState(actions.decideMany, IDLE)
  const [closed, closeReplies] = useActionState(actions.closeReplies, IDLE)
  const [noted, addNote] = useActionState(actions.addNote, IDLE)
  const [watched, watch] = useActionState(actions.watch, IDLE)
  const [replied, reply] = useActionState(actions.reply, IDLE)
  const more = useMemo(() => ({ reply, addNote, closeReplies, watch }), [reply, addNote, closeReplies, watch])
  const answers = [decided, undone, picked, many, closed, noted, watched, replied]
  const refused = answers.find((state) => state.kind === 'refused') ?? null
  return { decided, many, refused, decide, undo, pick, decideMany, more }
}
