import { readFile, stat } from 'node:fs/promises'
import { type DryRun, dryRunOf } from '#app/interchange/dry-run.ts'
import { importInWorker } from '#app/interchange/import-in-worker.server.ts'
import { importProblem } from '#app/interchange/import-problem.ts'
import { importLimits } from '#app/interchange/refuse-before-parsing.ts'

/**
 * Prints what an import would make of each file, and changes nothing. A file that cannot be read is named on standard
 * error with the reason; the others are printed all the same, and the exit code is 2.
 */
export async function importDryRun(files: string[], format: 'json' | 'pretty'): Promise<{ exitCode: number }> {
  const results: DryRun[] = []
  let exitCode = 0
  for (const file of files) {
    const read = await readDryRun(file)
    if ('problem' in read) {
      process.stderr.write(`${file}: ${read.problem}\n`)
      exitCode = 2
    } else results.push(read)
  }
  await written(format === 'json' ? `${JSON.stringify(results)}\n` : results.map(pretty).join('\n'))
  return { exitCode }
}

async function readDryRun(file: string): Promise<DryRun | { problem: string }> {
  try {
    if ((await stat(file)).size > importLimits.bytes) return { problem: importProblem({ reason: 'too-large' }) }
    const outcome = await importInWorker(await readFile(file), { fileName: file })
    return outcome.ok ? dryRunOf(file, outcome.imported) : { problem: importProblem(outcome) }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { problem: 'There is no such file.' }
    if (code === 'EISDIR') return { problem: 'This is a folder; name the files in it.' }
    if (code === 'EACCES') return { problem: 'It may not be read by this user.' }
    if (code?.startsWith('E') && !code.startsWith('ERR_')) return { problem: message }
    throw error
  }
}

function pretty({ file, title, facts, sections, notes }: DryRun): string {
  const lines = [file, `  ${title || '(no title found)'}`]
  for (const [label, value] of Object.entries(facts)) lines.push(`  ${label}: ${value}`)
  for (const section of sections) {
    const points = section.items.length === 1 ? '1 item' : `${section.items.length} items`
    lines.push('', `  ${section.title || '(no heading)'} [${section.kind}${section.items.length ? `, ${points}` : ''}]`)
    for (const { date, time, text } of section.items) {
      lines.push(`    - ${[date, time, text.replaceAll('\n', ' ')].filter(Boolean).join(' ')}`)
    }
    for (const line of section.text.split('\n').filter(Boolean)) lines.push(`    ${line}`)
  }
  if (notes.length) lines.push('', ...notes.map((note) => `  Note: ${note}`))
  return `${lines.join('\n')}\n`
}

/** A pipe takes large output in parts; the process must not end before the last one. */
function written(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })
}
