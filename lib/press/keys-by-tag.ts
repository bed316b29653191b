import type { Tag } from './tags'

/**
 * Which keys carry a tag. Most tags stand on one page (the piece, its thread), for which a set would weigh as much as
 * the rest of what is noted of it.
 */
export class KeysByTag {
  readonly #keys = new Map<Tag, string | Set<string>>()

  add(tag: Tag, key: string): void {
    const known = this.#keys.get(tag)
    if (known === undefined) this.#keys.set(tag, key)
    else if (typeof known !== 'string') known.add(key)
    else if (known !== key) this.#keys.set(tag, new Set([known, key]))
  }

  delete(tag: Tag, key: string): void {
    const known = this.#keys.get(tag)
    if (known === undefined) return
    if (typeof known !== 'string') known.delete(key)
    if (known === key || (typeof known !== 'string' && known.size === 0)) this.#keys.delete(tag)
  }

  /** As they are now: what is added or deleted meanwhile changes nothing of the list. */
  of(tag: Tag): readonly string[] {
    const known = this.#keys.get(tag) ?? []
    return typeof known === 'string' ? [known] : [...known]
  }

  clear(): void {
    this.#keys.clear()
  }
}
