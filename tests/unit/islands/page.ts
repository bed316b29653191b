import { vi } from 'vitest'
import { FormElement } from '@/components/islands/parts/form/form-element'
import { ShareElement } from '@/components/islands/parts/share-element'
import { ThreadElement } from '@/components/islands/parts/thread/thread-element'
import { TimeElement } from '@/components/islands/parts/time-element'

/** Files of a kind share a process, and a name is given once in it. */
const define: typeof customElements.define = (name, element) => {
  if (!customElements.get(name)) customElements.define(name, element)
}

/** As components/islands/reader.ts does, once per test file. */
export const defineElements = (): void => {
  define('stet-time', TimeElement)
  define('stet-share', ShareElement)
  define('stet-thread', ThreadElement)
  define('stet-form', FormElement)
}

/** Puts a whole page in place at once: in a browser, too, the island comes after the page was read. */
export const showPage = (html: string): void => {
  const page = document.createElement('div')
  page.innerHTML = html
  document.body.replaceChildren(page)
}

/** The element, or a test that says which one is missing. */
export const find = <E extends Element = HTMLElement>(selector: string, within: ParentNode = document): E => {
  const found = within.querySelector<E>(selector)
  if (!found) throw new Error(`There is no ${selector} on the page.`)
  return found
}

export type Answer = Response | Error | Promise<Response>

/** Answers by `METHOD path`; an address nobody thought of is an error. Returns the mock, to ask what was sent. */
export const serve = (answers: Readonly<Record<string, () => Answer>>) => {
  const fetched = vi.fn(async (address: string | URL, init: RequestInit = {}): Promise<Response> => {
    const { pathname, search } = new URL(String(address), 'http://localhost')
    const answer = answers[`${init.method ?? 'GET'} ${pathname}${search}`]?.()
    if (!answer || answer instanceof Error) throw answer ?? new TypeError('fetch failed')
    return answer
  })
  vi.stubGlobal('fetch', fetched)
  return fetched
}

/** The fields that were posted, in the order of the posts. */
export const posted = (fetched: ReturnType<typeof serve>): Record<string, string>[] =>
  fetched.mock.calls.flatMap(([, init]) =>
    init?.method === 'POST' && (init.body instanceof URLSearchParams || init.body instanceof FormData)
      ? [Object.fromEntries([...init.body].map(([name, value]) => [name, String(value)]))]
      : [],
  )

export const submit = (form: HTMLFormElement): void => {
  form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
}
