// Weighs what a browser loads to read: `npm run bench:pages`. Prints one JSON line; kilobytes are 1,000 bytes after gzip.
// The peer is a bare React Router app with one Link and one Form, built from the same node_modules in the same run.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createRequestHandler } from 'react-router'

const root = join(import.meta.dirname, '..')
const port = Number(process.env.PORT || 3220)
// Words that stand in the code of the editor, of the language notes and of Zod, also when it is minified.
const neverToRead = /ProseMirror|prosemirror|Y\.XmlFragment|hocuspocus|ZodError|counterfactual/

const temporary = mkdtempSync(join(tmpdir(), 'candor-bench-pages-'))
let demo: ChildProcess | undefined
try {
  const bare = weigh(await bareApp(temporary), join(temporary, 'bare', 'build', 'client'))
  const session = await startDemo()
  const reader = await measure('/postmortems/PM-1', session)
  const library = await measure('/library?q=certificate', session)
  process.stdout.write(
    `${JSON.stringify({
      readerJsRatio: round(reader.js / bare.js, 1000),
      readerJsKb: kilobytes(reader.js),
      bareJsKb: kilobytes(bare.js),
      readerScripts: reader.scripts,
      readerHtmlKb: kilobytes(reader.html),
      readerMs: reader.ms,
      libraryJsRatio: round(library.js / bare.js, 1000),
      libraryJsKb: kilobytes(library.js),
      libraryHtmlKb: kilobytes(library.html),
      libraryMs: library.ms,
      cssKb: kilobytes(reader.css),
      editorCodeInReader: reader.forbidden,
    })}\n`,
  )
} finally {
  demo?.kill('SIGINT')
  rmSync(temporary, { recursive: true, force: true })
}

/** Builds the bare app and returns the page it renders. */
async function bareApp(folder: string): Promise<string> {
  const files: Record<string, string> = {
    'package.json': JSON.stringify({ name: 'bare', private: true, type: 'module', dependencies: { isbot: '*' } }),
    'vite.config.mjs': `import { reactRouter } from '@react-router/dev/vite'
      export default { plugins: [reactRouter()], build: { target: 'es2022' } }`,
    'app/routes.ts': `import { index } from '@react-router/dev/routes'
      export default [index('page.tsx')]`,
    'app/root.tsx': `import { Links, Meta, Outlet, Scripts, ScrollRestoration } from 'react-router'
      export default function Root() {
        return <html lang="en"><head><Meta /><Links /></head>
          <body><Outlet /><ScrollRestoration /><Scripts /></body></html>
      }`,
    'app/page.tsx': `import { Form, Link, useLoaderData } from 'react-router'
      export const loader = () => ({ text: 'A page' })
      export default function Page() {
        return <main><p>{useLoaderData().text}</p><Link to="/?again">Again</Link>
          <Form action="/"><button type="submit">Go</button></Form></main>
      }`,
  }
  const bare = join(folder, 'bare')
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(bare, name)), { recursive: true })
    writeFileSync(join(bare, name), content)
  }
  symlinkSync(join(root, 'node_modules'), join(bare, 'node_modules'))
  const tool = join(bare, 'node_modules', '@react-router', 'dev', 'bin.cjs')
  const built = spawnSync(process.execPath, [tool, 'build'], {
    cwd: bare,
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`The bare app could not be built:\n${built.stdout}${built.stderr}`)
  const pages = createRequestHandler(await import(join(bare, 'build', 'server', 'index.js')), 'production')
  return (await pages(new Request('http://127.0.0.1/'))).text()
}

/** A server with the sample library, and the cookie of someone who is signed in. */
async function startDemo(): Promise<{ url: string; cookie: string }> {
  const url = `http://127.0.0.1:${port}`
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'candor.mjs', 'demo', '--port', String(port)],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  demo = child
  const [email, password] = await new Promise<[string, string]>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      const found = /Sign in with (\S+) and the password (\S+)/.exec(said)
      if (found) resolve([found[1]!, found[2]!])
    })
    child.once('exit', (code) => reject(new Error(`The demonstration ended with ${code}:\n${said}`)))
  })
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    headers: { Origin: url },
    body: new URLSearchParams({ email, password, to: '/' }),
    redirect: 'manual',
  })
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0])
  if (cookie.length === 0) throw new Error(`Signing in was answered with ${answer.status}.`)
  return { url, cookie: cookie.join('; ') }
}

/** What one page weighs, and the median time of forty answers one after the other. */
async function measure(path: string, { url, cookie }: { url: string; cookie: string }) {
  const times: number[] = []
  let html = ''
  for (let place = 0; place < 45; place++) {
    const start = performance.now()
    const answer = await fetch(url + path, { headers: { cookie } })
    html = await answer.text()
    // The first ones warm up what is compiled late.
    if (place >= 5) times.push(performance.now() - start)
    if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}.`)
  }
  const ms = round(times.toSorted((one, other) => one - other)[times.length >> 1]!, 10)
  return { ...weigh(html, join(root, 'build', 'client')), ms }
}

/** The scripts and style sheets a page asks for, with all that its scripts import at once, in bytes after gzip. */
function weigh(html: string, client: string) {
  const scripts = new Set<string>()
  const add = (name: string) => {
    if (scripts.has(name)) return
    scripts.add(name)
    const code = readFileSync(join(client, 'assets', name), 'utf8')
    for (const [, imported] of code.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) add(imported!)
  }
  for (const [, name] of html.matchAll(/(?:href="|src="|from "|import ")\/assets\/([\w.-]+\.js)"/g)) add(name!)
  const sheets = new Set([...html.matchAll(/href="\/assets\/([\w.-]+\.css)"/g)].map((match) => match[1]!))
  const known = new Set(readdirSync(join(client, 'assets')))
  const sum = (names: Iterable<string>) =>
    [...names]
      .filter((name) => known.has(name))
      .reduce((total, name) => total + gzipSync(readFileSync(join(client, 'assets', name))).length, 0)
  return {
    js: sum(scripts),
    css: sum(sheets),
    html: gzipSync(html).length,
    scripts: scripts.size,
    forbidden: [...scripts].filter((name) => neverToRead.test(readFileSync(join(client, 'assets', name), 'utf8'))),
  }
}

function kilobytes(bytes: number): number {
  return round(bytes / 1000, 10)
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts
}
