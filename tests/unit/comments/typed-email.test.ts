import { describe, expect, it } from 'vitest'
import { typedEmail } from '../../../lib/comments/typed-email'

describe('an address that is to be written to', () => {
  it.each(['rita@post.test', 'Rita+news@sub.post.test', "o'brien@post.test", 'jörg@bücher.test'])(
    'may be %s',
    (typed) => {
      expect(typedEmail(typed, true)).toMatchObject({ ok: true, value: { address: typed } })
    },
  )

  it.each([
    '',
    '   ',
    'root@localhost',
    'root@printer.local',
    'a@vault.internal',
    'a@127.0.0.1',
    'a@[::1]',
    // A look-alike that compares equal to another mailbox.
    'ａdmin@site.test',
    'ru\u017fh@site.test',
    'a@b.test,c@evil.test',
    'a@b.test\r\nBcc: x@evil.test',
  ])('is not %j', (typed) => {
    expect(typedEmail(typed, true)).toMatchObject({ ok: false, error: { code: 'invalid' } })
  })

  it('is needed only then, and may be any that could be one otherwise', () => {
    expect(typedEmail('', false)).toEqual({ ok: true, value: { address: '', key: '' } })
    expect(typedEmail('root@localhost', false)).toMatchObject({ ok: true })
    expect(typedEmail('nonsense', false)).toMatchObject({ ok: false })
  })
})
