import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

/** How many bytes the engine and its rules are in a browser, without the examples: built, minified, after gzip. */
export async function linterGzipBytes(): Promise<number> {
  const entry = fileURLToPath(new URL('../app/linter/index.ts', import.meta.url))
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'editor',
        resolveId: (id) => (id === 'editor' ? '\0editor' : undefined),
        load: (id) => (id === '\0editor' ? `export { lint } from ${JSON.stringify(entry)}` : undefined),
      },
    ],
    build: { write: false, minify: true, rolldownOptions: { input: 'editor', preserveEntrySignatures: 'strict' } },
  })
  const code = [result].flat().flatMap((each) => ('output' in each ? each.output : []))
  return gzipSync(code.map((chunk) => ('code' in chunk ? chunk.code : '')).join('')).length
}
