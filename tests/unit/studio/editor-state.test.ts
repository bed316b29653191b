import { describe, expect, it } from 'vitest'
import { addressFacts } from '../../../components/studio/address-facts'
import {
  afterAutosave,
  afterChange,
  afterRefusal,
  afterTakingTheirs,
  editorStart,
} from '../../../components/studio/editor-state'
import { valuesOf } from '../../../components/studio/piece-values'
import { doneBefore } from '../../../components/studio/piece-words'
import type { FormState } from '../../../lib/http/form-state'
import { domainError } from '../../../lib/kernel/domain-error'
import type { Edited } from '../../../components/studio/editor-actions'
import { aStudioPiece } from './a-studio-piece'

const stored = aStudioPiece()
const idle: FormState<Edited> = { kind: 'idle' }
const { state } = editorStart(idle, stored, null)
const mine = { ...valuesOf(stored), title: 'Ropes and knots', text: 'Mine.' }
const theirs = aStudioPiece({ version: 4, text: 'Theirs.', slug: 'ropes-of-theirs' })
const conflict = domainError('conflict', 'Somebody else saved.', { details: { mine, theirs } })
const posted = (error = conflict): FormState<Edited> => ({
  kind: 'refused',
  error,
  values: { ...mine, version: '3', slugBefore: 'ropes', articleId: stored.id, intent: 'save' },
})

describe('a conflict', () => {
  it('lets the next save replace theirs, and takes an address left alone for no wish', () => {
    const after = afterRefusal(state, conflict, mine)
    expect(after).toMatchObject({ theirs, piece: theirs, problem: conflict, said: null })
    expect(after.over).toEqual({ version: 4, slugBefore: 'ropes' })
    expect(after.saved).toEqual(valuesOf(stored))
  })

  it('comes back from a plain form with what was typed', () => {
    const start = editorStart(posted(), theirs, 'Saved 12:03 UTC')
    expect(start.values).toEqual(mine)
    expect(start.state).toMatchObject({ theirs, over: { version: 4, slugBefore: 'ropes' }, said: null })
  })

  it('ends with theirs in the fields', () => {
    const after = afterTakingTheirs(afterRefusal(state, conflict, mine), theirs)
    expect(after).toMatchObject({ piece: theirs, theirs: null, problem: null, saved: valuesOf(theirs) })
    expect(after.over).toEqual({ version: 4, slugBefore: 'ropes-of-theirs' })
  })

  it('with the trash keeps the version that was typed over, so that restoring overwrites nobody', () => {
    const now = aStudioPiece({ version: 9, status: 'trashed' })
    const trashed = domainError('conflict', 'In the trash.', { details: { saved: false, now } })
    const after = afterRefusal(state, trashed, mine)
    expect(after).toMatchObject({ piece: now, over: { version: 3 }, saved: valuesOf(stored) })
  })
})

describe('a refusal', () => {
  it('of the text changes nothing that is known', () => {
    const error = domainError('invalid', 'Too long.', { fields: { title: 'Shorter.' } })
    expect(afterRefusal(state, error, mine)).toEqual({ ...state, problem: error })
  })

  it('of the move alone goes on from the text that was saved before it', () => {
    const now = aStudioPiece({ version: 4, slug: 'ropes-and-knots' })
    const error = domainError('invalid', 'No text.', { details: { saved: true, now } })
    const after = afterRefusal(state, error, mine)
    expect(after.over).toEqual({ version: 4, slugBefore: 'ropes-and-knots' })
    expect(after.saved).toEqual({ ...mine, slug: 'ropes-and-knots' })
    expect(editorStart(posted(error), now, null).values.slug).toBe('ropes-and-knots')
  })

  it('that only looks like a conflict is not trusted to be one', () => {
    const odd = domainError('conflict', 'Odd.', { details: { theirs: 'everything', now: null } })
    expect(afterRefusal(state, odd, mine)).toEqual({ ...state, problem: odd })
  })
})

it('is at rest with what was sent, and the address that it got', () => {
  const piece = aStudioPiece({ version: 4, slug: 'ropes-2' })
  const after = afterChange(afterRefusal(state, conflict, mine), piece, mine, 'Saved 12:03')
  expect(after).toMatchObject({ piece, problem: null, theirs: null, said: 'Saved 12:03' })
  expect(after.saved).toEqual({ ...mine, slug: 'ropes-2' })
})

it('shows the preview a plain form asked for, over what was typed and nothing stored', () => {
  const preview = { html: '<p>Mine.</p>', direction: 'ltr', wordCount: 1 } as const
  const typed = { over: { version: 3, slugBefore: 'ropes' }, values: mine }
  const start = editorStart({ kind: 'done', value: { did: 'preview', typed, preview } }, stored, null)
  expect(start).toMatchObject({ values: mine, preview: { source: mine, preview } })
  expect(start.state.saved).toEqual(valuesOf(stored))
})

it('says what was done in words, and nothing for what it does not know', () => {
  const at = '2025-02-12T12:03:00.000Z'
  expect(doneBefore('save', at)).toBe('Saved 12:03 UTC')
  expect(doneBefore('publish', at)).toBe('Published 12:03 UTC')
  for (const word of [null, '', 'preview', 'constructor', '<b>']) expect(doneBefore(word, at)).toBeNull()
})

it('says what a new address means, once readers may hold the old one', () => {
  const live = aStudioPiece({
    status: 'published',
    wasPublic: true,
    addressIsKnown: true,
    publishedAt: '2025-02-12T12:00:00.000Z',
  })
  expect(addressFacts(stored, valuesOf(stored)).hint).toContain('/articles/ropes')
  expect(addressFacts(live, { ...mine, slug: 'knots' }).hint).toContain('/articles/ropes will redirect')
  const writers = aStudioPiece({ ...live, abilities: { ...live.abilities, publish: false } })
  expect(addressFacts(writers, mine)).toMatchObject({ readOnly: true })
})

describe('a save by itself', () => {
  const saved = { version: 4, slug: 'ropes', updatedAt: '2027-03-01T12:00:00.000Z', piece: null }
  it.each([
    ['published', true],
    ['draft', false],
  ] as const)('of a %s piece says that readers have another text: %s', (status, expected) => {
    const before = { ...state, piece: aStudioPiece({ status }) }
    expect(afterAutosave(before, saved, mine, 'Saved').piece.hasUnpublishedChanges).toBe(expected)
  })
})
