import type * as Y from 'yjs'

/**
 * The running server's hold on shared documents, handed to whoever has to change or close one. Every edit made through
 * it is in the write-ahead log before the promise resolves, and reaches everyone who has the document open.
 */
export interface LiveEditing {
  /** Changes a document, open or not, in one Yjs transaction. */
  edit(postmortemId: string, change: (document: Y.Doc) => void): Promise<void>
  /** Reads the latest acknowledged state. The document must not be changed. */
  read<T>(postmortemId: string, look: (document: Y.Doc) => T): Promise<T>
  /** Stores the snapshot and the derived rows now; resolves when the rows stand for the latest edit. */
  store(postmortemId: string): Promise<void>
  /** Closes sockets of a person, of one post-mortem, or both, so that rights are asked for again. */
  close(whose: { personId?: string; postmortemId?: string }): void
}
