import { pieceListPages } from '../../piece-list'

const { generateMetadata, Page } = pieceListPages((param) => ({ kind: 'author', slug: param('slug') }))

export { generateMetadata }
export default Page
