import { SeriesDirectory } from '@/components/reader/series-directory'
import { runtime } from '@/lib/http/runtime'
import { fixedAddress } from '../fixed-address'

const { generateMetadata, Page } = fixedAddress({ path: '/series', title: 'Series' }, async () => (
  <SeriesDirectory series={await runtime().stet.articles.series()} />
))

export { generateMetadata }
export default Page
