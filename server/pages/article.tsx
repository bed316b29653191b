import { Entry } from '../../components/reader/entry'
import { HouseRulesBelow } from '../../components/reader/house-rules'
import { JsonLd } from '../../components/reader/json-ld'
import { Neighbours } from '../../components/reader/neighbours'
import { Piece } from '../../components/reader/piece'
import { pieceFacts } from '../../components/reader/piece-facts'
import { RelatedPieces } from '../../components/reader/related-pieces'
import { breadcrumbFacts } from '../../components/reader/site-facts'
import { Thread } from '../../components/reader/thread'
import type { ArticleView } from '../../lib/articles/article-view'
import { articleHead } from './article-head'
import { nothingHere } from './nothing-here'
import type { PublicPage } from './page'
import { absolute, siteFacts } from './site'

/** Of lib/articles/article-path.ts, which pages do not take. */
const GUIDELINES_PATH = '/guidelines'

/** Of a page that takes no comments and has none, nothing is said about comments. */
const isSilent = ({ kind, commentsOpen, commentCount }: ArticleView): boolean =>
  kind === 'page' && !commentsOpen && commentCount === 0

/** A piece and the page of its thread that the address asks for. */
export const articlePage: PublicPage = async (asked) => {
  const { articles, comments } = asked.stet
  const { name } = asked.site
  const [sort, after, branch] = [asked.query('sort'), asked.query('after'), asked.query('branch')]
  // Null for an address that no page of ours has printed.
  const question = comments.question({ sort, after, branch })
  const piece = question && (await articles.read({ slug: asked.param('slug') }))
  const thread = piece && (await comments.thread({ articleId: piece.id, ...question }))
  if (!thread) return nothingHere({ title: `Not found · ${name}`, robots: 'noindex' })

  const [place, around, rules] = await Promise.all([
    comments.place(piece),
    articles.around(piece),
    piece.path === GUIDELINES_PATH ? asked.stet.moderation.guidelines() : null,
  ])
  const { related, earlier, later } = around
  const address = absolute(asked, piece.path)
  const isFirst = thread.sort === 'newest' && thread.branch === null && !thread.later
  const facts = { address, site: siteFacts(asked), thread: isFirst ? thread : null, around }
  const steps = [
    { name, address: absolute(asked, '/') },
    { name: piece.title, address },
  ]
  return {
    head: articleHead(asked, { piece, around, isFirstPage: !question.after && !question.branch }),
    path: piece.path,
    body: (
      <>
        <JsonLd facts={pieceFacts(piece, facts)} />
        <JsonLd facts={breadcrumbFacts(steps)} />
        <Entry>
          <Piece piece={piece} address={address} around={around} />
          {rules ? <HouseRulesBelow view={rules} /> : null}
          {isSilent(piece) ? null : <Thread thread={thread} place={place} />}
        </Entry>
        {piece.kind === 'page' ? null : <RelatedPieces pieces={related} />}
        <Neighbours earlier={earlier} later={later} />
      </>
    ),
  }
}
