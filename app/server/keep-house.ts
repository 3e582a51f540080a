import { sweepStorage } from '#app/files/sweep-storage.server.ts'
import { forgetOldAttempts } from '#app/people/forget-old-attempts.server.ts'
import { emptyOldTrash } from '#app/postmortems/trash-postmortem.server.ts'
import type { OpenRuntime } from './open-runtime.ts'

const everySixHours = 6 * 60 * 60 * 1000

/**
 * Deletes what is over: what lay in the trash for thirty days, files that belong to nothing any more, counted attempts, sessions and links that have run out.
 * Once now and then every six hours; several servers on one database may do it at once. Returns what ends it.
 */
export function keepHouse({ db, files, log }: Pick<OpenRuntime, 'db' | 'files' | 'log'>): () => void {
  const clean = async () => {
    try {
      const deleted = await emptyOldTrash(db)
      if (deleted > 0) log.info({ deleted }, 'post-mortems left the trash for good')
      await forgetOldAttempts(db)
      const swept = await sweepStorage(db, files)
      if (swept > 0) log.info({ swept }, 'files that belonged to nothing any more are gone')
    } catch (error) {
      log.error({ err: error }, 'the regular clean-up did not work; it is tried again in six hours')
    }
  }
  void clean()
  const timer = setInterval(clean, everySixHours)
  timer.unref()
  return () => clearInterval(timer)
}
