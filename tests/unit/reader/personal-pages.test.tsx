import { describe, expect, it } from 'vitest'
import { CommentStatus } from '@/components/reader/comment-status'
import { OwnComments } from '@/components/reader/own-comments'
import { Respond } from '@/components/reader/respond'
import type { FormTrouble } from '@/components/reader/trouble'
import type { OwnCommentView } from '@/lib/comments/comment-view'
import { print, wordsOf } from './print'
import { COMMENT_LIMITS } from '@/lib/comments/comment'
import { aComment, aPiece, aPlace, anOwnComment } from './views'

const mine = (
  comments: readonly OwnCommentView[],
  trouble: FormTrouble | null = null,
  done: string | null = null,
) => <OwnComments piece={aPiece()} comments={comments} done={done} trouble={trouble} />

describe('one’s own comments', () => {
  it.each([
    [{ state: 'waiting' }, 'Your comment will appear once approved by a moderator.'],
    [{ state: 'approved', permalink: '/comments/c1' }, 'See it in the thread'],
    [{ state: 'approved', permalink: null }, 'Readers do not see it at the moment'],
    [{ state: 'approved', editWaiting: true }, 'Your edit will appear once approved by a moderator.'],
    [{ state: 'rejected' }, 'a moderator decided not to publish this comment'],
    [{ state: 'removed' }, 'You withdrew this comment.'],
  ] as const)('says what became of %o', (given, words) => {
    expect(wordsOf(mine([anOwnComment(given)]))).toContain(words)
  })

  it('says when as the thread does', () => {
    expect(print(mine([anOwnComment()]))).toContain('<stet-time><time')
  })

  it('thanks after a post, and only then', () => {
    expect(wordsOf(mine([anOwnComment()], null, 'post'))).toContain(
      'Thank you! Your submission has been received!',
    )
    for (const done of [null, 'edit', 'no such thing']) {
      expect(wordsOf(mine([anOwnComment()], null, done))).not.toContain('Thank you!')
    }
  })

  it('confirms a change and a withdrawal', () => {
    expect(wordsOf(mine([anOwnComment()], null, 'edit'))).toContain('Your new text has been received.')
    expect(wordsOf(mine([anOwnComment()], null, 'withdraw'))).toContain('Your comment has been withdrawn.')
  })

  it('tells the reason a moderator chose, and none where none was', () => {
    const rejected = { state: 'rejected', rejectedFor: 'Off topic' } as const
    expect(wordsOf(mine([anOwnComment(rejected)]))).toContain(
      'Rejected: a moderator decided not to publish this comment. Reason: Off topic.',
    )
    expect(wordsOf(mine([anOwnComment({ ...rejected, rejectedFor: null })]))).not.toContain('Reason')
  })

  it('asks once after a nudge about an edit', () => {
    const values = { commentId: 'c1', body: 'typed' }
    const html = print(mine([anOwnComment()], { message: 'Links.', fields: {}, values, nudge: true }))
    expect(html).toContain('Nothing was changed yet.')
    expect(html).toContain('<input type="hidden" name="anyway" value="1"/>')
    expect(html).toContain('>Save anyway</button>')
    expect(print(mine([anOwnComment()]))).not.toContain('anyway')
  })

  it('explains why a comment that was just posted is not listed: its browser kept no cookie', () => {
    const WHY = 'cookies may be off, or the form was sent twice'
    expect(wordsOf(mine([], null, 'post'))).toContain(WHY)
    expect(wordsOf(mine([], null, 'post'))).not.toContain('You have written nothing here yet')
    expect(wordsOf(mine([], null, null))).not.toContain(WHY)
    expect(wordsOf(mine([anOwnComment()], null, 'post'))).not.toContain(WHY)
  })

  it('gives the secret link after a post, and only then', () => {
    const page = (done: string | null) => (
      <OwnComments
        {...{ piece: aPiece(), comments: [anOwnComment()], trouble: null }}
        done={done}
        statusPath="/comments/c1/status?key=k"
      />
    )
    expect(print(page('post'))).toContain('<a href="/comments/c1/status?key=k">Keep this link</a>')
    expect(print(page('edit'))).not.toContain('status?key')
  })

  it('leads from page to page, and changes come back to the page they were made on', () => {
    const page = (after: string | null, next: string | null) =>
      print(
        <OwnComments
          {...{ piece: aPiece(), comments: [anOwnComment()], trouble: null, done: null, after, next }}
        />,
      )
    expect(page(null, null)).not.toContain('<nav')
    expect(page(null, 'x-1')).toContain('href="/articles/the-ferry/mine?after=x-1"')
    expect(page('x-1', null)).toContain('action="/articles/the-ferry/mine?after=x-1"')
    expect(page('x-1', null)).toContain('href="/articles/the-ferry/mine" rel="prev"')
  })

  it('offers what may be done, naming comment and version', () => {
    const html = print(mine([anOwnComment()]))
    for (const intent of ['edit', 'withdraw']) expect(html).toContain(`name="intent" value="${intent}"`)
    expect(html).toContain('name="commentId" value="c1"')
    expect(html).toContain('name="version" value="3"')
  })

  it('gives back what was typed into a form that is gone: the comment may not be changed any more, or is not here', () => {
    const trouble = (commentId: string, body?: string) => ({
      ...{ message: 'Too late.', fields: {}, values: { commentId, ...(body ? { body } : {}) } },
    })
    const settled = [anOwnComment({ abilities: { edit: false, withdraw: false } })]
    for (const about of ['c1', 'elsewhere']) {
      const html = print(mine(settled, trouble(about, 'typed </textarea>')))
      expect(html).toMatch(/<textarea[^>]* readonly=""[^>]*>typed &lt;\/textarea&gt;<\/textarea>/i)
      expect(html).toContain('What you had written')
      expect(html).not.toContain('<form')
      expect(print(mine(settled, trouble(about)))).not.toContain('<textarea')
    }
    expect(print(mine([anOwnComment()], trouble('c1', 'typed')))).not.toContain('What you had written')
  })

  it('offers nothing that may not be done', () => {
    const html = print(mine([anOwnComment({ abilities: { edit: false, withdraw: false } })]))
    expect(html).not.toContain('<form')
  })

  it('brings a refused change back with what was typed, tied to its field', () => {
    const trouble = {
      message: 'Please shorten it.',
      fields: { body: 'Too long.' },
      values: { commentId: 'c1', body: 'typed' },
    }
    const html = print(mine([anOwnComment(), anOwnComment({ id: 'c2' })], trouble))
    expect(html.match(/Oops! Something went wrong while submitting the form\./g)).toHaveLength(1)
    expect(html).toContain('aria-describedby="body-c1-error"')
    expect(html).toContain('id="body-c1-error">Too long.')
    expect(html).toMatch(/>typed<\/textarea>/)
  })

  it('shows a refusal even when its comment is not there', () => {
    expect(
      wordsOf(mine([], { message: 'You have no such comment.', fields: {}, values: { commentId: 'x' } })),
    ).toContain('You have no such comment.')
  })

  it('helps who has none', () => {
    expect(wordsOf(mine([]))).toContain('You have written nothing here yet')
  })
})

describe('the form on a page of its own', () => {
  const respond = (given: Partial<Parameters<typeof Respond>[0]>) => (
    <Respond piece={aPiece()} place={aPlace()} answers={null} lost={false} trouble={null} {...given} />
  )

  it('leads away from a comment that takes no more answers', () => {
    const html = print(respond({ answers: aComment({ id: 'c1', takesReplies: false }) }))
    expect(html).toContain('This comment takes no more answers.')
    expect(html).not.toContain('name="parentId"')
    expect(print(respond({ answers: aComment({ id: 'c1' }) }))).toContain('name="parentId" value="c1"')
  })

  it('gives back what was typed where comments closed meanwhile, and offers no form', () => {
    const piece = aPiece({ commentsOpen: false })
    const refused = {
      message: 'Comments are closed.',
      fields: {},
      values: { body: 'Typed <b>for</b> an hour.' },
    }
    const html = print(respond({ piece, trouble: refused }))
    expect(html).toMatch(/<textarea[^>]*readOnly[^>]*>[^<]*Typed &lt;b&gt;for&lt;\/b&gt; an hour\./i)
    expect(html).not.toContain('Post comment')
    expect(print(respond({ piece }))).not.toContain('<textarea')
  })

  it('promises a reader for every comment only where that is so', () => {
    const promise = 'A moderator reads every comment'
    expect(wordsOf(respond({}))).toContain(promise)
    expect(wordsOf(respond({ place: aPlace({ everyCommentWaits: false }) }))).not.toContain(promise)
  })

  it('says how long that takes, once that is known', () => {
    expect(wordsOf(respond({ place: aPlace({ wait: 'within 2 hours' }) }))).toContain(
      'A moderator reads every comment here, usually within 2 hours.',
    )
  })

  it('tells the limit of a comment, and cuts nothing', () => {
    expect(wordsOf(respond({}))).toContain(`up to ${COMMENT_LIMITS.body.toLocaleString('en')} characters`)
    expect(print(respond({}))).not.toMatch(/maxlength/i)
  })

  it('asks once after a nudge, with what was typed', () => {
    const nudged = { message: 'It holds 4 links.', fields: {}, values: { body: 'a b c d' }, nudge: true }
    const html = print(respond({ trouble: nudged }))
    expect(html).toMatch(/<h2[^>]*>Nothing was posted yet\.<\/h2><p>It holds 4 links\.<\/p>/)
    expect(html).toContain('<input type="hidden" name="anyway" value="1"/>')
    expect(html).toContain('>Post anyway</button>')
    expect(html).toContain('a b c d</textarea>')
    expect(html).not.toContain('Oops!')
    const first = print(respond({}))
    expect(first).not.toContain('anyway')
    expect(first).toContain('>Post comment</button>')
  })

  it('shows the comment that is answered and carries its id', () => {
    const html = print(respond({ answers: aComment({ id: 'c7', body: 'What do you think?' }) }))
    expect(html).toContain('What do you think?')
    expect(html).toContain('<input type="hidden" name="parentId" value="c7"/>')
  })

  it('keeps what was typed when a post was refused', () => {
    const trouble = {
      message: 'No.',
      fields: { name: 'Taken.' },
      values: { name: 'Ada', email: 'a@b.example', body: '<b>' },
    }
    const html = print(respond({ trouble, place: aPlace({ mail: true }) }))
    expect(html).toMatch(/<h2[^>]*>Oops! Something went wrong while submitting the form\.<\/h2>/)
    expect(html).toContain('value="Ada"')
    expect(html).toContain('value="a@b.example"')
    expect(html).toContain('&lt;b&gt;</textarea>')
    expect(html).toContain('id="name-error">Taken.')
  })

  it('says when the comment is gone, and still takes the words', () => {
    const html = print(respond({ lost: true }))
    expect(html).toContain('not here any more')
    expect(html).toContain('<form')
    expect(html).not.toContain('parentId')
  })

  it('has no form when comments are closed', () => {
    const html = print(respond({ piece: aPiece({ commentsOpen: false }) }))
    expect(html).not.toContain('<form')
    expect(html).toMatch(/<h1[^>]*>Comments are closed<\/h1>/)
  })

  it('says calmly that a post came after the end, keeps its words and offers nothing that cannot be', () => {
    const trouble = {
      message: 'Comments on this piece are closed.',
      fields: {},
      values: { body: 'Too late?' },
    }
    const piece = aPiece({ commentsOpen: false })
    const answers = aComment({ takesReplies: false })
    for (const html of [respond({ trouble, piece, lost: true }), respond({ trouble, piece, answers })].map(
      print,
    )) {
      expect(html).toMatch(/<h2[^>]*>Your comment was not posted\.<\/h2>/)
      expect(html).toContain('Too late?</textarea>')
      expect(html).not.toContain('Oops!')
      expect(html).not.toContain('You can still post')
      expect(html).not.toContain('<form')
    }
  })
})

describe('the page of the secret link', () => {
  const page = (given: Partial<OwnCommentView> = {}, acts = true) => (
    <CommentStatus
      comment={anOwnComment(given)}
      path="/comments/c1/status?key=k"
      acts={acts}
      done={null}
      trouble={null}
    />
  )

  it('shows text, state and piece, and posts to its own address', () => {
    const html = print(page({ body: 'Well said.', state: 'waiting' }))
    expect(html).toContain('Well said.')
    expect(html).toContain('Your comment will appear once approved by a moderator.')
    expect(html).toContain('href="/articles/the-ferry#comments"')
    expect(html.match(/action="\/comments\/c1\/status\?key=k"/g)).toHaveLength(2)
  })

  it('does not link a piece that is not public, nor name it', () => {
    const html = print(page({ piece: { path: null, title: '', language: 'en' } }))
    expect(html).toContain('not public at the moment')
    expect(html).not.toContain('/articles/')
  })

  it('tells the holder of an account to sign in', () => {
    const html = print(page({ abilities: { edit: false, withdraw: false } }, false))
    expect(html).not.toContain('<form')
    expect(html).toContain('To change it, sign in.')
  })
})
