import type { PieceValues } from './piece-values'
import { convert } from './writing/convert'

/** Between two times of asking the server how a text reads in Markdown. */
const AGAIN_MS = 2_000

interface Given {
  /** What the fields hold now; null once nobody compares any more. */
  readonly typedNow: () => PieceValues | null
  readonly isOnSheet: () => boolean
  readonly fill: (values: PieceValues) => void
}

/** Two texts are compared as Markdown, as soon as the server says how this one reads. */
export const showSource = async ({ typedNow, isOnSheet, fill }: Given): Promise<void> => {
  for (let typed = typedNow(); typed; typed = typedNow()) {
    // A sheet nobody has written on says what the field says; without one there is nothing to close.
    if (typed.document === '') return isOnSheet() ? fill(typed) : undefined
    const converted = await convert({ document: typed.document })
    const since = typedNow()
    if (converted.ok && since?.document === typed.document)
      return fill({ ...since, text: converted.value.text, document: '' })
    if (!converted.ok) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}
