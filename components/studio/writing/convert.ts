import type { Doc } from '@/lib/articles/document/document'

const ADDRESS = '/studio/text'

export interface Converted {
  readonly text: string
  readonly document: Doc
}

export type Conversion =
  { readonly ok: true; readonly value: Converted } | { readonly ok: false; readonly message: string }

const AWAY = 'The server could not be reached. Please try again.'

const isConverted = (value: unknown): value is Converted =>
  typeof value === 'object' && value !== null && 'text' in value && 'document' in value

const detailIn = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'detail' in value && typeof value.detail === 'string'
    ? value.detail
    : AWAY

/** Markdown as a document and the other way: the server knows both spellings, so that no browser has to. */
export const convert = async (given: { text: string } | { document: string }): Promise<Conversion> => {
  try {
    const answer = await fetch(ADDRESS, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ text: '', ...given }),
    })
    const value: unknown = await answer.json()
    return answer.ok && isConverted(value) ? { ok: true, value } : { ok: false, message: detailIn(value) }
  } catch {
    return { ok: false, message: AWAY }
  }
}
