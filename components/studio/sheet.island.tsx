import { hydrateRoot } from 'react-dom/client'
import { Editor } from './editor'
import { SHEET, SHEET_START, type SheetStart } from './sheet-start'

const place = document.getElementById(SHEET)
const start = document.getElementById(SHEET_START)?.textContent

// The page is the server's own, of the same build: what stands in it is what `SheetPage` wrote.
if (place && start) hydrateRoot(place, <Editor start={JSON.parse(start) as SheetStart} />)
