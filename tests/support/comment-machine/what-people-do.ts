import { editComment } from '../../../lib/comments/edit-comment'
import { recommendComment } from '../../../lib/comments/recommend-comment'
import { submitComment } from '../../../lib/comments/submit-comment'
import { withdrawComment } from '../../../lib/comments/withdraw-comment'
import { ANONYMOUS } from '../../../lib/kernel/actor'
import { MINUTE } from '../../../lib/kernel/clock'
import { aClient } from '../builders/a-client'
import { post, stored } from '../conversation'
import { type Command, command, pick } from './command'
import { expectSame, expectThat } from './compare'
import { type Known, type Told, isVisible, judged } from './reference'

export const submits = (which: number | null, byStaff: boolean): Command =>
  command(`submit(${which ?? 'root'}${byStaff ? ', staff' : ''})`, async (model, real) => {
    real.clock.advance(1)
    const parent = which === null ? null : (pick(model.comments, which) ?? null)
    const body = `Text ${(model.words += 1)}.`
    const input = { slug: real.slug, body, ...(parent ? { parentId: parent.id } : {}) }
    if (model.closed || (parent && !isVisible(parent))) {
      const refused = await submitComment(real.deps, byStaff ? real.ada : ANONYMOUS, input, aClient())
      return expectThat(
        !refused.ok && refused.error.code === 'conflict',
        'an answer to a hidden comment, or one under a closed piece, was taken',
      )
    }
    const { commentId: id, author } = await post(real.deps, input, byStaff ? real.ada : ANONYMOUS)
    const told: Told = { status: 'pending', shown: null, standing: body, edit: null }
    const known: Known = {
      ...told,
      id,
      parent,
      author,
      postedAt: real.clock.now(),
      touched: 0,
      recommendedBy: new Set(),
      decisions: [],
    }
    model.comments.push(known)
    if (!byStaff) return
    const [own] = await real.deps.commentStore.decisionsOn(id)
    known.decisions.push({ id: own?.id ?? '', before: told, touched: 0, undone: false })
    judged(known, 'approve', 'standing')
  })

export const edits = (which: number): Command =>
  command(`edit(${which})`, async (model, real) => {
    const known = pick(model.comments, which)
    if (!known || known.author.kind !== 'guest') return
    const { comment } = await stored(real.deps, known.id)
    const body = `Text ${(model.words += 1)}.`
    const input = { commentId: known.id, version: comment.version, body }
    const inTime = real.clock.now() <= known.postedAt + 15 * MINUTE
    const isOpen =
      known.status === 'pending' || (known.status === 'approved' && (inTime || known.edit !== null))
    const may = isOpen && !model.closed
    const edited = await editComment(real.deps, known.author, input)
    expectSame(edited.ok, may, `editing a comment that is ${known.status}`)
    if (!may) return
    known.touched += 1
    if (known.status === 'approved') known.edit = body
    else Object.assign(known, { standing: body, edit: null })
  })

export const withdraws = (which: number): Command =>
  command(`withdraw(${which})`, async (model, real) => {
    const known = pick(model.comments, which)
    if (!known) return
    const { comment } = await stored(real.deps, known.id)
    const input = { commentId: known.id, version: comment.version }
    const stranger = await withdrawComment(real.deps, { kind: 'guest', guestId: 'x' }, input)
    expectThat(!stranger.ok, 'a stranger withdrew a comment')
    const withdrawn = await withdrawComment(real.deps, known.author, input)
    const may = known.status !== 'rejected' && known.status !== 'spam'
    expectSame(withdrawn.ok, may, `withdrawing a comment that is ${known.status}`)
    if (!may || known.status === 'removed') return
    Object.assign(known, { status: 'removed', edit: null, touched: known.touched + 1 })
  })

export const recommends = (which: number, by: number, intent: 'give' | 'take'): Command =>
  command(`${intent} recommend(${which}, ${by})`, async (model, real) => {
    const known = pick(model.comments, which)
    const reader = real.readers[by % real.readers.length]
    if (!known || reader?.kind !== 'guest') return
    const done = await recommendComment(real.deps, reader, { commentId: known.id, intent }, aClient())
    expectSame(done.ok ? 'done' : done.error.code, isVisible(known) ? 'done' : 'not-found', 'recommending')
    if (!done.ok) return
    if (intent === 'give') known.recommendedBy.add(reader.guestId)
    else known.recommendedBy.delete(reader.guestId)
    expectSame(done.value.recommends, known.recommendedBy.size, 'recommends told')
  })
