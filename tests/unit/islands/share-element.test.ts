import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { defineElements, find, showPage } from './page'

beforeAll(defineElements)
afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const given = (device: { share?: () => Promise<void>; writeText?: () => Promise<void> }) => {
  vi.stubGlobal('navigator', {
    share: device.share,
    clipboard: device.writeText && { writeText: device.writeText },
  })
  showPage(
    '<stet-share data-title="The ferry" data-address="https://news.example/a"><a href="mailto:">Share</a></stet-share>',
  )
  find('button').click()
}
const said = () => find('.share-said').textContent

describe('sharing', () => {
  it('uses what the device has', async () => {
    const share = vi.fn(async () => undefined)
    given({ share })
    await vi.waitFor(() =>
      expect(share).toHaveBeenCalledWith({ title: 'The ferry', url: 'https://news.example/a' }),
    )
    expect(said()).toBe('')
  })

  it('copies the link where the device has nothing', async () => {
    const writeText = vi.fn(async () => undefined)
    given({ writeText })
    await vi.waitFor(() => expect(said()).toBe('Link copied'))
    expect(writeText).toHaveBeenCalledWith('https://news.example/a')
  })

  it('copies nothing when the reader thought better of it', async () => {
    const share = vi.fn(() => Promise.reject(new DOMException('closed', 'AbortError')))
    const writeText = vi.fn(async () => undefined)
    given({ share, writeText })
    await vi.waitFor(() => expect(share).toHaveBeenCalled())
    expect(writeText).not.toHaveBeenCalled()
  })

  it('says what to do when nothing works', async () => {
    Object.assign(document, { execCommand: () => false })
    given({ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) })
    await vi.waitFor(() => expect(said()).toBe('Please copy the address of this page'))
  })
})
