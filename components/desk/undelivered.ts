/** Something that was done here, as the server takes it (lib/moderation/run-errands.ts). */
export type Errand =
  | { readonly do: 'decide'; readonly what: Fields; readonly takenBack: boolean }
  | { readonly do: 'undo' | 'pick'; readonly what: Fields }
type Fields = Readonly<Record<string, string>>

/** As many as the server takes at once: ERRANDS_MAX. */
const MOST = 60

/** Something that waits for its answer. */
export interface Waiting {
  /** The answer came, or it never will. */
  answered(): void
  /** It was undone meanwhile. */
  takeBack(): void
}

/** Fields of a form as it is sent; what only leads back to the page is left out. */
const fieldsOf = (form: FormData): Fields =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' && name !== 'at' ? [[name, value]] : [])),
  )

const leave = (body: URLSearchParams): void =>
  void fetch('/desk/errands', { method: 'POST', body, keepalive: true }).catch(() => {})

/**
 * What was done here and not answered yet. The framework sends one action at a time, so that of several quick keys the last may
 * not be on its way when the page is left: then all of it is sent together, what may have arrived before too, for
 * the server knows what it has done already.
 */
export class Undelivered {
  readonly #errands = new Set<{ errand: Errand }>()
  /** What had no answer when the page was about to be left. */
  #atStake: ReadonlySet<{ errand: Errand }> = new Set()

  add(errand: Errand['do'], form: FormData): Waiting {
    const what = fieldsOf(form)
    const waiting = {
      errand: errand === 'decide' ? { do: errand, what, takenBack: false } : { do: errand, what },
    }
    this.#errands.add(waiting)
    return {
      answered: () => void this.#errands.delete(waiting),
      takeBack: () => {
        if (waiting.errand.do === 'decide') waiting.errand = { ...waiting.errand, takenBack: true }
      },
    }
  }

  /**
   * The page may be left now: browsers break off what is on its way before they say that it is, and what is broken off so has
   * not failed.
   */
  remember(): void {
    this.#atStake = new Set(this.#errands)
  }

  /** Sends all of it, in its order, with requests that outlive the page. */
  send(post: (body: URLSearchParams) => void = leave): void {
    const errands = [...new Set([...this.#atStake, ...this.#errands])].map(({ errand }) => errand)
    for (let from = 0; from < errands.length; from += MOST) {
      post(new URLSearchParams({ errands: JSON.stringify(errands.slice(from, from + MOST)) }))
    }
  }
}
