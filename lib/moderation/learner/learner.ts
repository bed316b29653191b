import type { Estimate } from '../../comments/screening'
import type { Ports } from '../../ports'
import { type Feature, FEATURES_VERSION, type LessonText, featuresOf, weightOf, weightsOf } from './features'
import { Model, type ModelState, type Trace } from './model'
import { isProbe } from './probe'
import { parseModel, printModel } from './snapshot-text'

/** Fewer lessons of a kind say nothing yet. */
export const ENOUGH = 20
/** From this score (per mille) on a text is surely spam to the learner. */
export const SURELY_SPAM = 950

/** Lessons that can be forgotten one by one. Undo is for the last minutes; an older one starts from a snapshot. */
const JOURNAL = 512
const BATCH = 200
const SNAPSHOT_EVERY = 500

/** What of a text speaks for spam or against it. */
export interface Reason {
  readonly feature: Feature
  /** Above zero it speaks for spam, below against it. */
  readonly weight: number
}

interface Learned {
  readonly id: string
  readonly trace: Trace
}

type Needs = Pick<Ports, 'lessonStore'>

/**
 * What this publication's own decisions teach about spam, without a network. The weights are a pure function of the
 * decisions that stand, in their order: an undone decision is forgotten exactly, as if it had never been made, and
 * everything can be computed again from the log. It scores; it never publishes, hides or deletes.
 */
export class Learner {
  readonly #store: Needs['lessonStore']
  #model = new Model()
  /** Id of the last lesson that cannot be forgotten one by one any more. */
  #base = ''
  #journal: Learned[] = []
  #lastUndo: string | null = null
  #sinceSnapshot = 0
  #running: Promise<void> | null = null
  #isWanted = false

  constructor({ lessonStore }: Needs) {
    this.#store = lessonStore
  }

  /** For tests and pages: what has been learned. */
  get state(): ModelState {
    return this.#model.state
  }

  get knowsEnough(): boolean {
    const { spam, good } = this.#model.state
    return spam >= ENOUGH && good >= ENOUGH
  }

  /** Null while too little is known. */
  estimate(commentId: string, text: LessonText): Estimate | null {
    if (!this.knowsEnough) return null
    const spamScore = Math.round(this.#model.predict(weightsOf(text)) * 1_000)
    return { spamScore, isProbe: spamScore >= SURELY_SPAM && isProbe(commentId) }
  }

  /** What speaks most for and against, strongest first. */
  reasons(text: LessonText, most = 8): readonly Reason[] {
    return featuresOf(text)
      .map((feature) => ({ feature, weight: this.#model.weight(weightOf(feature)) }))
      .filter(({ weight }) => weight !== 0)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .slice(0, most)
  }

  /** Learns what was decided, and forgets what was undone, since the last time. One round at a time. */
  async sync(): Promise<void> {
    if (this.#running) {
      this.#isWanted = true
      return this.#running
    }
    this.#running = this.#rounds()
    try {
      await this.#running
    } finally {
      this.#running = null
    }
  }

  async #rounds(): Promise<void> {
    do {
      this.#isWanted = false
      if (this.#lastUndo === null) await this.#start()
      await this.#forgetOld()
      while (await this.#round()) continue
    } while (this.#isWanted)
  }

  /** From the newest snapshot that still tells the truth, else from nothing. */
  async #start(before: string | null = null): Promise<void> {
    // First the undos: one that comes in between is found again by the next round.
    if (this.#lastUndo === null) this.#lastUndo = (await this.#store.undoneAfter('')).last
    this.#model = new Model()
    this.#journal = []
    this.#base = ''
    this.#sinceSnapshot = 0
    for (const { position, lessons, weights } of await this.#store.snapshots(FEATURES_VERSION)) {
      if (before !== null && position >= before) continue
      if ((await this.#store.countTo(position)) !== lessons) continue
      const state = parseModel(weights)
      if (!state || state.spam + state.good !== lessons) continue
      this.#model = new Model(state)
      this.#base = position
      return
    }
  }

  /** Undone decisions that lie before what can be forgotten one by one. */
  async #forgetOld(): Promise<void> {
    const { decisions, last } = await this.#store.undoneAfter(this.#lastUndo ?? '')
    this.#lastUndo = last
    const oldest = decisions.filter((id) => id <= this.#base).sort()[0]
    if (oldest === undefined) return
    await this.#store.dropFrom(oldest)
    await this.#start(oldest)
  }

  /** True when there may be more. */
  async #round(): Promise<boolean> {
    const ids = await this.#store.idsAfter(this.#base, this.#journal.length + BATCH)
    const same = this.#sameAs(ids)
    await this.#rewind(same)
    const fresh = ids.slice(same)
    for (const { id, spam, text } of await this.#store.lessons(fresh)) {
      this.#journal.push({ id, trace: this.#model.learn(weightsOf(text), spam) })
      this.#sinceSnapshot += 1
    }
    if (this.#sinceSnapshot >= SNAPSHOT_EVERY) await this.#keepSnapshot()
    this.#trim()
    return fresh.length >= BATCH
  }

  /** How many lessons of the journal still are what the log says, from the beginning. */
  #sameAs(ids: readonly string[]): number {
    const differs = this.#journal.findIndex(({ id }, n) => ids[n] !== id)
    return differs === -1 ? this.#journal.length : differs
  }

  /** Forgets the lessons behind the first `kept`, the last one first. */
  async #rewind(kept: number): Promise<void> {
    const first = this.#journal[kept]
    if (!first) return
    for (const { trace } of this.#journal.splice(kept).reverse()) this.#model.unlearn(trace)
    await this.#store.dropFrom(first.id)
  }

  #trim(): void {
    if (this.#journal.length <= JOURNAL) return
    const dropped = this.#journal.splice(0, this.#journal.length - JOURNAL / 2)
    this.#base = dropped.at(-1)?.id ?? this.#base
  }

  async #keepSnapshot(): Promise<void> {
    const last = this.#journal.at(-1)
    if (!last) return
    this.#sinceSnapshot = 0
    const { spam, good } = this.#model.state
    await this.#store.keep({
      ...{ position: last.id, version: FEATURES_VERSION, lessons: spam + good },
      weights: printModel(this.#model.state),
    })
  }
}
