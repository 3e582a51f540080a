import type { FileKey, FileStorage } from '@remix-run/file-storage'

/** Where the bytes of files are, by key: a folder or a bucket. What is set is there whole or not at all. */
export interface KeptFiles extends Pick<FileStorage, 'get' | 'set' | 'remove'> {
  /** A page of keys; `cursor`, where there is one, leads to the next. */
  list(page?: { cursor?: string }): KeyPage | Promise<KeyPage>
}
interface KeyPage {
  files: FileKey[]
  cursor?: string
}
