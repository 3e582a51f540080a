// Weighs what a browser loads to read and to write: `npm run -s bench:pages`. Prints one JSON line; kilobytes are 1,000
// bytes after gzip. The peers are a bare React Router app with one Link and one Form, and the same with the editor, shared
// document and provider that ours is made of, built from the same node_modules in the same run.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bareEditorPage, barePage, buildBareApp } from './bare-app.ts'
import { median } from './medians.ts'
import { openEditor } from './open-editor.ts'
import { type LargeDrafts, serveLargeDrafts } from './serve-large-drafts.ts'
import { weighLaterParts, weighPage } from './weigh-page.ts'

const client = join(import.meta.dirname, '..', 'build', 'client')
// Words that stand in the code of the editor, of the language notes and of Zod, also when it is minified.
const neverToRead = /ProseMirror|prosemirror|Y\.XmlFragment|hocuspocus|ZodError|counterfactual/
const openings = Number(process.env.OPENINGS || 7)

const temporary = mkdtempSync(join(tmpdir(), 'candor-bench-pages-'))
const server = await serveLargeDrafts([10_000])
try {
  const bare = weighBare(await buildBareApp(join(temporary, 'bare'), barePage))
  const bareEditor = weighBare(await buildBareApp(join(temporary, 'bare-editor'), bareEditorPage))
  const reader = await measure('/postmortems/PM-1', server)
  const library = await measure('/library?q=certificate', server)
  const editor = await openEditor(server.drafts[0]!.address, server.cookies, openings)
  const later = weighLaterParts(editor.scripts, client)
  process.stdout.write(
    `${JSON.stringify({
      readerJsRatio: round(reader.js / bare.js, 1000),
      editorJsRatio: round(editor.js / bareEditor.js, 1000),
      opensMs10k: Math.round(editor.opensMs),
      readerJsKb: kilobytes(reader.js),
      bareJsKb: kilobytes(bare.js),
      readerScripts: reader.scripts.length,
      readerHtmlKb: kilobytes(reader.html),
      readerMs: reader.ms,
      libraryJsRatio: round(library.js / bare.js, 1000),
      libraryJsKb: kilobytes(library.js),
      libraryHtmlKb: kilobytes(library.html),
      libraryMs: library.ms,
      cssKb: kilobytes(reader.css),
      editorCodeInReader: reader.scripts.filter((name) =>
        neverToRead.test(readFileSync(join(client, 'assets', name), 'utf8')),
      ),
      editorJsKb: kilobytes(editor.js),
      bareEditorJsKb: kilobytes(bareEditor.js),
      laterPartsKb: Object.fromEntries(later.slice(0, 8).map(({ name, bytes }) => [name, kilobytes(bytes)])),
    })}\n`,
  )
} finally {
  await server.stop()
  rmSync(temporary, { recursive: true, force: true })
}

function weighBare(app: Awaited<ReturnType<typeof buildBareApp>>) {
  return weighPage(app.html, app.client)
}

/** What one page weighs, and the median time of forty answers one after the other. */
async function measure(path: string, { drafts, cookies }: LargeDrafts) {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const address = new URL(path, drafts[0]!.address)
  const times: number[] = []
  let html = ''
  for (let place = 0; place < 45; place++) {
    const start = performance.now()
    const answer = await fetch(address, { headers: { cookie } })
    html = await answer.text()
    // The first ones warm up what is compiled late.
    if (place >= 5) times.push(performance.now() - start)
    if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}.`)
  }
  return { ...weighPage(html, client), ms: round(median(times), 10) }
}

function kilobytes(bytes: number): number {
  return round(bytes / 1000, 10)
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts
}
