import { pieceListPages } from '../../piece-list'

const { generateMetadata, Page } = pieceListPages((param) => ({ kind: 'series', slug: param('slug') }))

export { generateMetadata }
export default Page
