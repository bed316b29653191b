import { FormElement } from './form/form-element'
import { ShareElement } from './share-element'
import { ThreadElement } from './thread/thread-element'
import { TimeElement } from './time-element'
import { offerPlayers } from './video'

/** What the island of reader pages brings: four elements and the cards of videos. Each improves what the page can already do. */
customElements.define('stet-time', TimeElement)
customElements.define('stet-share', ShareElement)
customElements.define('stet-thread', ThreadElement)
customElements.define('stet-form', FormElement)
offerPlayers()
