/** The list as everybody sees it, or null when it could not be had. A 404 is an empty answer. */
export const fetchFragment = async (path: string, query: string): Promise<ParentNode | null> => {
  try {
    const response = await fetch(`${path}/thread${query}`, { headers: { accept: 'text/html' } })
    if (response.status === 404) return new DocumentFragment()
    if (!response.ok) return null
    return new DOMParser().parseFromString(await response.text(), 'text/html')
  } catch {
    return null
  }
}
