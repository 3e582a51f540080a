/** A file on its way into the storage, as the page shows it. */
export interface Upload {
  /** The id that the file will have. */
  id: string
  name: string
  bytes: number
  /** Bytes that have left. */
  sent: number
  /** `queued` behind others, `sending`, `waiting` for the connection, or `stopped` because of `problem`. */
  state: 'queued' | 'sending' | 'waiting' | 'stopped'
  problem: string | null
  again: () => void
  cancel: () => void
}

/** A file that has arrived, as the server answers; `mediaType` is what its content is. */
export interface ArrivedFile {
  id: string
  name: string
  bytes: number
  mediaType: string
}
