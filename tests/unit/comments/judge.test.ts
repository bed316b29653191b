import { describe, expect, it } from 'vitest'
import { COMMENT_STATUSES, commentMoves, moveComment } from '../../../lib/comments/comment-status'
import { JUDGEMENTS, type Judgement, judge, stateOf } from '../../../lib/comments/judge'
import { revise, withdraw } from '../../../lib/comments/revise'
import { aRecord, lineOf } from './a-record'

const after = (line: string, text: string, move: Judgement): string => {
  const judged = judge(aRecord(line), { revisionId: text, move, at: 99 })
  return judged.ok ? lineOf(judged.value) : judged.error.code
}

/** Every situation a comment can be in, every text on the desk, every judgement: 14 × 5, nothing left out. */
const MATRIX: readonly (readonly [situation: string, text: string, Readonly<Record<Judgement, string>>])[] = [
  [
    'pending R1?:pending',
    'R1',
    {
      approve: 'approved R1+:approved',
      reject: 'rejected R1:rejected',
      spam: 'spam R1:spam',
      hold: 'conflict',
      keep: 'conflict',
    },
  ],
  [
    'pending R1:superseded R2?:pending',
    'R2',
    {
      approve: 'approved R1:superseded R2+:approved',
      reject: 'rejected R1:superseded R2:rejected',
      spam: 'spam R1:superseded R2:spam',
      hold: 'conflict',
      keep: 'conflict',
    },
  ],
  [
    'approved R1+:approved',
    'R1',
    {
      approve: 'conflict',
      reject: 'rejected R1+:rejected',
      spam: 'spam R1+:spam',
      hold: 'pending R1+?:pending',
      keep: 'approved R1+:approved',
    },
  ],
  // An edit waits: judging it away leaves the comment and its public text as they are.
  [
    'approved R1+:approved R2?:pending',
    'R2',
    {
      approve: 'approved R1:superseded R2+:approved',
      reject: 'approved R1+:approved R2:rejected',
      spam: 'approved R1+:approved R2:spam',
      hold: 'conflict',
      keep: 'conflict',
    },
  ],
  // Judging the public text while an edit waits: the edit keeps waiting.
  [
    'approved R1+:approved R2?:pending',
    'R1',
    {
      approve: 'conflict',
      reject: 'rejected R1+:rejected R2?:pending',
      spam: 'spam R1+:spam R2?:pending',
      hold: 'pending R1+:pending R2?:pending',
      keep: 'approved R1+:approved R2?:pending',
    },
  ],
  // An edit was turned away earlier.
  [
    'approved R1+:approved R2:rejected',
    'R1',
    {
      approve: 'conflict',
      reject: 'rejected R1+:rejected R2:rejected',
      spam: 'spam R1+:spam R2:rejected',
      hold: 'pending R1+?:pending R2:rejected',
      keep: 'approved R1+:approved R2:rejected',
    },
  ],
  [
    'rejected R1:rejected',
    'R1',
    {
      approve: 'approved R1+:approved',
      reject: 'conflict',
      spam: 'spam R1:spam',
      hold: 'pending R1?:pending',
      keep: 'conflict',
    },
  ],
  [
    'spam R1:spam',
    'R1',
    {
      approve: 'approved R1+:approved',
      reject: 'rejected R1:rejected',
      spam: 'conflict',
      hold: 'pending R1?:pending',
      keep: 'conflict',
    },
  ],
  // It had been approved, and comes back as it was.
  [
    'rejected R1+:rejected',
    'R1',
    {
      approve: 'approved R1+:approved',
      reject: 'conflict',
      spam: 'spam R1+:spam',
      hold: 'pending R1+?:pending',
      keep: 'conflict',
    },
  ],
  [
    'rejected R1+:rejected R2?:pending',
    'R2',
    {
      approve: 'approved R1:rejected R2+:approved',
      reject: 'rejected R1+:rejected R2:rejected',
      spam: 'rejected R1+:rejected R2:spam',
      hold: 'conflict',
      keep: 'conflict',
    },
  ],
  [
    'rejected R1+:rejected R2?:pending',
    'R1',
    {
      approve: 'approved R1+:approved R2?:pending',
      reject: 'conflict',
      spam: 'spam R1+:spam R2?:pending',
      hold: 'pending R1+:pending R2?:pending',
      keep: 'conflict',
    },
  ],
  // Held with an edit on top: the held text is next on the desk.
  [
    'pending R1+:pending R2?:pending',
    'R2',
    {
      approve: 'approved R1:superseded R2+:approved',
      reject: 'pending R1+?:pending R2:rejected',
      spam: 'pending R1+?:pending R2:spam',
      hold: 'conflict',
      keep: 'conflict',
    },
  ],
  [
    'pending R1+:pending R2?:pending',
    'R1',
    {
      approve: 'approved R1+:approved R2?:pending',
      reject: 'rejected R1+:rejected R2?:pending',
      spam: 'spam R1+:spam R2?:pending',
      hold: 'conflict',
      keep: 'conflict',
    },
  ],
  // Held, and replaced by its author meanwhile: the new text is what the comment is about.
  [
    'pending R1+:superseded R2?:pending',
    'R2',
    {
      approve: 'approved R1:superseded R2+:approved',
      reject: 'rejected R1+:superseded R2:rejected',
      spam: 'spam R1+:superseded R2:spam',
      hold: 'conflict',
      keep: 'conflict',
    },
  ],
]

describe('judge', () => {
  it.each(
    MATRIX.flatMap(([line, text, moves]) =>
      JUDGEMENTS.map((move) => [line, move, text, moves[move]] as const),
    ),
  )('%s: %s %s → %s', (line, move, text, expected) => {
    expect(after(line, text, move)).toBe(expected)
  })

  it.each(JUDGEMENTS)('refuses to %s a text that is not on the desk', (move) => {
    expect(after('pending R1:superseded R2?:pending', 'R1', move)).toBe('conflict')
    expect(after('approved R1:superseded R2+:approved', 'R1', move)).toBe('conflict')
    expect(after('approved R1+:approved R2:rejected', 'R2', move)).toBe('conflict')
    expect(after('removed R1+:approved', 'R1', move)).toBe('conflict')
    expect(after('erased R1:superseded', 'R1', move)).toBe('conflict')
    expect(after('pending R1?:pending', 'somebody-elses', move)).toBe('conflict')
  })

  it('marks a comment as edited when another text had been public, and only then', () => {
    const editedAt = (line: string, text: string): number | null => {
      const judged = judge(aRecord(line), { revisionId: text, move: 'approve', at: 99 })
      if (!judged.ok) throw new Error(judged.error.message)
      return judged.value.editedAt
    }
    expect(editedAt('approved R1+:approved R2?:pending', 'R2')).toBe(99)
    expect(editedAt('pending R1+:superseded R2?:pending', 'R2')).toBe(99)
    expect(editedAt('pending R1:superseded R2?:pending', 'R2')).toBeNull()
    expect(editedAt('rejected R1+:rejected', 'R1')).toBeNull()
  })
})

describe('the table of moves', () => {
  it('knows no other move than those it lists', () => {
    const listed = COMMENT_STATUSES.map((status) => `${status}: ${commentMoves(status).join(' ')}`)
    expect(listed).toEqual([
      'pending: approve reject spam withdraw erase',
      'approved: reject spam hold keep withdraw erase',
      'rejected: approve spam hold erase',
      'spam: approve reject hold erase',
      'removed: erase',
      'erased: ',
    ])
    for (const status of COMMENT_STATUSES) {
      for (const move of ['approve', 'reject', 'spam', 'hold', 'keep', 'withdraw', 'erase'] as const) {
        expect(moveComment(status, move).ok).toBe(commentMoves(status).includes(move))
      }
    }
  })
})

describe('the author', () => {
  const text = {
    id: 'R9',
    commentId: 'c',
    number: 9,
    state: 'pending',
    body: 'new',
    fingerprint: 'f',
    createdAt: 9,
  } as const

  it.each([
    ['pending R1?:pending', 'pending R1:superseded R9?:pending'],
    ['approved R1+:approved', 'approved R1+:approved R9?:pending'],
    ['approved R1+:approved R2?:pending', 'approved R1+:approved R2:superseded R9?:pending'],
    ['pending R1+?:pending', 'pending R1+:superseded R9?:pending'],
    ['pending R1+:pending R2?:pending', 'pending R1+:superseded R2:superseded R9?:pending'],
  ])('changes %s to %s', (line, expected) => {
    expect(lineOf(stateOf(revise(aRecord(line), text)))).toBe(expected)
  })

  it.each([
    ['pending R1?:pending', 'removed R1:superseded'],
    ['approved R1+:approved', 'removed R1+:approved'],
    ['approved R1+:approved R2?:pending', 'removed R1+:approved R2:superseded'],
    ['rejected R1+:rejected R2?:pending', 'conflict'],
    ['spam R1:spam', 'conflict'],
    ['removed R1:superseded', 'conflict'],
    ['erased R1:superseded', 'conflict'],
  ])('withdraws %s to %s', (line, expected) => {
    const withdrawn = withdraw(aRecord(line))
    expect(withdrawn.ok ? lineOf(withdrawn.value) : withdrawn.error.code).toBe(expected)
  })
})
