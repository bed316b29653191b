/** A few questions under way at a time: neither server nor test waits for the other. */
export const someAtOnce = async <T>(
  items: readonly T[],
  ask: (item: T) => Promise<unknown>,
): Promise<void> => {
  const left = [...items].reverse()
  const goOn = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await ask(item)
  }
  await Promise.all(Array.from({ length: 6 }, goOn))
}
