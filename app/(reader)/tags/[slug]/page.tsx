import { pieceListPages } from '../../piece-list'

const { generateMetadata, Page } = pieceListPages((param) => ({ kind: 'tag', slug: param('slug') }))

export { generateMetadata }
export default Page
