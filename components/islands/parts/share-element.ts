import { buttonNode } from './button-node'
import { copyText } from './copy-text'
import { el } from './el'

/** True when the device took it, or the reader closed its sheet: in neither case is there more to do. */
const shareByDevice = async (share: ShareData): Promise<boolean> => {
  if (typeof navigator.share !== 'function') return false
  try {
    await navigator.share(share)
    return true
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError'
  }
}

/** <stet-share data-title data-address><a>Share</a></stet-share>: the device's own sharing, else a copied link. */
export class ShareElement extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a')
    if (!link) return
    const said = el('span', { class: 'share-said', role: 'status' })
    const button = buttonNode(link.textContent ?? 'Share', 'share-button', () => void this.#share(said))
    this.replaceChildren(button, said)
  }

  async #share(said: HTMLElement): Promise<void> {
    const { title = document.title, address = location.href } = this.dataset
    if (await shareByDevice({ title, url: address })) return
    const copied = await copyText(address)
    said.textContent = copied ? 'Link copied' : 'Please copy the address of this page'
  }
}
