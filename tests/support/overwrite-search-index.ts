import BetterSqlite3 from 'better-sqlite3'

/** As if the disk had lost what the index of pieces holds: nothing else is touched. */
export const overwriteSearchIndex = (file: string): void => {
  const connection = new BetterSqlite3(file)
  // SQLite lets nobody else write there.
  connection.unsafeMode(true)
  // The first ten are about the index, not of it.
  connection.exec(
    'UPDATE "public_piece_search_index_data" SET "block" = zeroblob(length("block")) WHERE "id" > 10',
  )
  connection.close()
}
