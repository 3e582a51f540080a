// The part of the server that the kill test is about: database, live editing and its sockets, as in production, without
// the pages. `LOG=off` leaves the write-ahead log out, to see that the test then fails.
import type { Append } from '#app/collaboration/update-log.server.ts'
import { openDatabase } from '#db/open-database.ts'
import { startLiveServer } from '../live-server.ts'

const opened = await openDatabase({ url: process.env.DATABASE_URL, dataDir: process.env.DATA_DIR! })
let place = Date.now()
const noLog: Append = async (_postmortemId, _update, committed) => {
  place++
  committed?.(place)
  return place
}
const server = await startLiveServer(
  { opened, ...(process.env.LOG === 'off' ? { append: noLog } : {}) },
  Number(process.env.PORT),
)
void server.live.recover()
process.stdout.write(`Candor is ready: ${server.address}\n`)
