import type { Stet } from '../../lib/compose'
import type { Clock, Instant } from '../../lib/kernel/clock'
import { SECOND } from '../../lib/kernel/clock'
import type { Effect } from '../../lib/kernel/effect'
import type { EffectBus } from '../../lib/outbox/effect-bus'
import type { StoredEffects } from '../../lib/outbox/tell-stored'

interface Sources {
  readonly stet: Stet
  readonly stored: Pick<StoredEffects, 'subscribe'>
  readonly bus: Pick<EffectBus, 'subscribe' | 'onBreak' | 'onGap'>
  readonly clock: Clock
  /** Readers are asked to come back later from now on: what they hold open is theirs no more. */
  readonly onClosing: () => void
}

/** While changes elsewhere may go unheard, what was read is believed no longer than this. */
const DOUBTED_FOR = SECOND

/**
 * Whether readers are asked to come back later. Known without asking anybody, until the settings change here or in
 * another instance: from that moment on every request waits until they were read again.
 */
export class Maintenance {
  readonly #sources: Sources
  /** Null: to be read. */
  #isOn: boolean | null = null
  #last = false
  #readAt: Instant = 0
  #isDoubted = false
  /** Raised by each change, so that what was read before it is not believed. */
  #changes = 0

  constructor(sources: Sources) {
    this.#sources = sources
    const { stored, bus } = sources
    const hear = ({ kind }: Effect): void => {
      if (kind === 'settings.changed') this.#forget()
    }
    stored.subscribe((effects) => effects.forEach(hear))
    bus.subscribe(hear)
    bus.onBreak(() => {
      this.#isDoubted = true
    })
    bus.onGap(() => {
      this.#isDoubted = false
      this.#forget()
    })
  }

  /** Whether everybody is let in, for certain. */
  get isOver(): boolean {
    return this.#known() === false
  }

  /** The same, read where it is not certain. A database that does not answer changes nothing. */
  async isOn(): Promise<boolean> {
    const known = this.#known()
    if (known !== null) return known
    const before = this.#changes
    const { stet, clock, onClosing } = this.#sources
    try {
      const { settings } = await stet.settings.read()
      if (before !== this.#changes) return await this.isOn()
      const isClosing = settings.maintenance && !this.#last
      this.#isOn = this.#last = settings.maintenance
      this.#readAt = clock.now()
      if (isClosing) onClosing()
    } catch {
      return this.#last
    }
    return this.#last
  }

  #known(): boolean | null {
    const isOld = this.#isDoubted && this.#sources.clock.now() - this.#readAt >= DOUBTED_FOR
    return isOld ? null : this.#isOn
  }

  #forget(): void {
    this.#isOn = null
    this.#changes += 1
    // Open streams ask nothing: they are ended without waiting for the next request.
    void this.isOn()
  }
}
