/** Reading answers of our own server without trusting them to be what we expect. */
export type Facts = Readonly<Record<string, unknown>>

export const factsOf = (value: unknown): Facts =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The JSON of an answer; nothing when it is something else, for example a proxy's error page. */
export const answerFacts = async (response: Response): Promise<Facts> => {
  try {
    return factsOf(await response.json())
  } catch {
    return {}
  }
}
