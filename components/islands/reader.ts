import { FormElement } from './parts/form-element'
import { ShareElement } from './parts/share-element'
import { ThreadElement } from './parts/thread-element'
import { TimeElement } from './parts/time-element'

/** The island of reader pages: four elements, each of which improves what the page can already do. */
customElements.define('stet-time', TimeElement)
customElements.define('stet-share', ShareElement)
customElements.define('stet-form', FormElement)
customElements.define('stet-thread', ThreadElement)
