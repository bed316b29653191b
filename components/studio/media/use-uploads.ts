import { useState } from 'react'
import { upload } from './upload'

export type UploadState =
  | { readonly kind: 'idle' }
  /** `share` of the file that was sent: 0 to 1. */
  | { readonly kind: 'sending'; readonly name: string; readonly share: number }
  /** `added`: the newest of those that were taken all the same. */
  | { readonly kind: 'failed'; readonly messages: readonly string[]; readonly added: string | null }

/** Sends the files that were chosen, one after the other; when all were taken it leads to the newest. */
export const useUploads = (refused: string | null) => {
  const [state, setState] = useState<UploadState>(
    refused === null ? { kind: 'idle' } : { kind: 'failed', messages: [refused], added: null },
  )
  const send = async (target: HTMLInputElement): Promise<void> => {
    const files = [...(target.files ?? [])]
    let added: string | null = null
    const messages: string[] = []
    for (const file of files) {
      setState({ kind: 'sending', name: file.name, share: 0 })
      const outcome = await upload(file, (share) => setState({ kind: 'sending', name: file.name, share }))
      if (outcome.ok) added = outcome.picture.name
      else messages.push(`${file.name}: ${outcome.message}`)
    }
    target.value = ''
    if (messages.length > 0) setState({ kind: 'failed', messages, added })
    else if (added !== null) window.location.assign(`/studio/media?added=${added}`)
  }
  return { state, send }
}
