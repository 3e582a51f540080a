import { join } from 'node:path'
import { StartProblem } from '#db/start-problem.ts'
import { diskStorage } from './disk-storage.server.ts'
import type { KeptFiles } from './file-storage.ts'
import { s3Storage } from './s3-storage.server.ts'

/** Where files are kept, as the process was told. */
interface FileSettings {
  DATA_DIR: string
  S3_BUCKET?: string
  S3_REGION: string
  S3_ENDPOINT?: string
  S3_ACCESS_KEY_ID?: string
  S3_SECRET_ACCESS_KEY?: string
}

/** The bucket where one is set, else the folder `files` in the data folder. */
export function openFileStorage(settings: FileSettings): KeptFiles {
  const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings
  if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return diskStorage(join(settings.DATA_DIR, 'files'))
  return s3Storage({
    bucket: S3_BUCKET,
    region: settings.S3_REGION,
    endpoint: settings.S3_ENDPOINT,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  })
}

/**
 * Asks the storage once, when the server starts. One that answers and refuses is set up wrongly: a StartProblem says how. One that
 * does not answer may come back: resolves to what is wrong, or null, and writing goes on without it.
 */
export async function checkFileStorage(storage: KeptFiles): Promise<string | null> {
  try {
    await storage.list()
    return null
  } catch (error) {
    const { message, cause } = error as Error
    const refusal = /^S3 request failed for LIST: (4\d\d .*)$/s.exec(message)?.[1]
    if (!refusal) return cause instanceof Error ? cause.message : message
    throw new StartProblem(
      `The bucket for files refuses: ${refusal}. Check S3_BUCKET, S3_REGION, S3_ENDPOINT and the keys.`,
    )
  }
}
