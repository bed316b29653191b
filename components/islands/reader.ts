import { FormElement } from './parts/form/form-element'
import { ShareElement } from './parts/share-element'
import { ThreadElement } from './parts/thread/thread-element'
import { TimeElement } from './parts/time-element'

/**
 * The island of reader pages: four elements, each of which improves what the page can already do. They begin once the
 * browser has drawn the page, so that nobody reads later because of them.
 */
requestAnimationFrame(() =>
  setTimeout(() => {
    customElements.define('stet-time', TimeElement)
    customElements.define('stet-share', ShareElement)
    customElements.define('stet-thread', ThreadElement)
    customElements.define('stet-form', FormElement)
  }),
)
