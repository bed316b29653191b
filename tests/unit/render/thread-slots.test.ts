import { describe, expect, it } from 'vitest'
import { threadSlots } from '../../../server/render/thread-slots'

describe('slots for what Next is spared', () => {
  it('puts each text in its place, as it is, once', () => {
    const slots = threadSlots()
    const [first, second] = [slots.put("<p>$& $1 $' one</p>"), slots.put('<p>two</p>')]
    const page = `<main>${second}-${first}</main>`
    expect(slots.fill(page)).toBe("<main><p>two</p>-<p>$& $1 $' one</p></main>")
    expect(slots.fill(page)).toBe('<main>-</main>')
  })

  it('fills nothing that a text pretends to be', () => {
    const slots = threadSlots()
    const secret = slots.put('<p>secret</p>')
    const page = slots.put(`<p>${secret}</p>`)
    expect(slots.fill(page)).toBe(`<p>${secret}</p>`)
    expect(slots.fill('<!--stet:00000000-0000-0000-0000-000000000000-->')).toBe('')
  })

  it('forgets what no page came for', () => {
    let now = 0
    const slots = threadSlots(() => now)
    const left = slots.put('left')
    now = 59_999
    slots.put('later')
    expect(slots.fill(left)).toBe('left')
    const again = slots.put('left')
    now += 60_000
    slots.put('much later')
    expect(slots.fill(again)).toBe('')
  })
})
