import { SeriesDirectory } from '@/components/reader/series-directory'
import { runtime } from '@/lib/http/runtime'
import { fixedAddress } from '../fixed-address'

const { generateMetadata, Page } = fixedAddress(
  {
    path: '/series',
    title: 'Series',
    about: (name) => `Pieces of ${name} that belong together, in the order in which they are read.`,
  },
  async () => <SeriesDirectory series={await runtime().stet.articles.series()} />,
)

export { generateMetadata }
export default Page
