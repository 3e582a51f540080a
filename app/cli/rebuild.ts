import { z } from 'zod'
import { rebuildable, rebuildRows } from '#app/postmortems/rebuild-rows.server.ts'
import { referenceOf } from '#app/postmortems/reference.ts'
import type { DatabaseCommand } from './command.ts'

const Input = z.object({ numbers: z.array(z.number().int()).optional() })

/** Rebuilds post-mortem by post-mortem, so that pages go on meanwhile; one that cannot be rebuilt is named and kept as it is. */
export const rebuild: DatabaseCommand = async ({ db, log }, given) => {
  const { numbers } = Input.parse(given)
  const found = await rebuildable(db, numbers)
  const lines: string[] = []
  const problems = (numbers ?? [])
    .filter((number) => !found.some((one) => one.number === number))
    .map((number) => `There is no ${referenceOf(number)}.`)
  let rows = 0
  for (const { id, number } of found) {
    try {
      const rebuilt = await rebuildRows(db, id)
      if (!rebuilt) continue
      rows += rebuilt.rows
      lines.push(`${referenceOf(number)}  ${rebuilt.rows} rows`)
    } catch (error) {
      log.error({ error, postmortemId: id }, 'a post-mortem could not be rebuilt')
      problems.push(`${referenceOf(number)} could not be rebuilt and keeps its rows: ${(error as Error).message}`)
    }
  }
  const done = lines.length === 1 ? '1 post-mortem' : `${lines.length} post-mortems`
  const output = [...lines, `Rebuilt ${done}, ${rows} rows.`].map((line) => `${line}\n`).join('')
  return problems.length > 0 ? { exitCode: 1, output, problem: problems.join('\n') } : { exitCode: 0, output }
}
