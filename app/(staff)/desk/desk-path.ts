interface Place {
  readonly tab: string
  readonly after: string
}

/** Back to the page of the queue a form stood on, with the decision to confirm. */
export const deskPath = ({ tab, after }: Place, decisionId?: string): string => {
  const query = new URLSearchParams({ tab })
  if (after !== '') query.set('after', after)
  if (decisionId !== undefined) query.set('done', decisionId)
  return `/desk?${query.toString()}`
}
