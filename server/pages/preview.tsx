import { Piece } from '../../components/reader/piece'
import { PreviewNotes } from '../../components/reader/preview-notes'
import { Notice } from '../../components/ui/notice'
import { Time } from '../../components/ui/time'
import { nothingHere } from './nothing-here'
import type { PersonalPage } from './page'

const HEAD = { title: 'Preview', robots: 'noindex, nofollow' } as const

/** A piece before it is out, for whoever holds the link. */
export const previewPage: PersonalPage = async (visit) => {
  const secret = visit.param('token')
  const preview = await visit.stet.articles.openPreview({ secret })
  if (!preview) return nothingHere(HEAD)
  const { piece, followsDraft, expiresAt, notes } = preview
  const action = `/preview/${encodeURIComponent(secret)}`
  return {
    head: HEAD,
    body: (
      <>
        <div className="preview-banner">
          <Notice kind="waiting" title="A preview: this is not published">
            <p>
              {followsDraft ? 'It shows the draft as it is now.' : 'It shows one version of the draft.'}{' '}
              Please do not pass the link on; it opens until <Time at={expiresAt} />.
            </p>
          </Notice>
        </div>
        <Piece piece={piece} address="" />
        <PreviewNotes notes={notes} action={action} trouble={visit.trouble} />
      </>
    ),
  }
}
