import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequestHandler } from 'react-router'

const root = join(import.meta.dirname, '..')

/** What a page weighs that has one Link and one Form. */
export const barePage = `import { Form, Link, useLoaderData } from 'react-router'
  export const loader = () => ({ text: 'A page' })
  export default function Page() {
    return <main><p>{useLoaderData().text}</p><Link to="/?again">Again</Link>
      <Form action="/"><button type="submit">Go</button></Form></main>
  }`

/** The same with the editor as its documentation shows it: starter kit, shared document, carets and provider. */
export const bareEditorPage = `import { HocuspocusProvider } from '@hocuspocus/provider'
  import Collaboration from '@tiptap/extension-collaboration'
  import CollaborationCaret from '@tiptap/extension-collaboration-caret'
  import { EditorContent, useEditor } from '@tiptap/react'
  import StarterKit from '@tiptap/starter-kit'
  import { useEffect, useMemo } from 'react'
  import { Form, Link, useLoaderData } from 'react-router'
  import * as Y from 'yjs'
  export const loader = () => ({ text: 'A page' })
  export default function Page() {
    const { text } = useLoaderData()
    const provider = useMemo(
      () => typeof window === 'undefined' ? null
        : new HocuspocusProvider({ url: '/live', name: 'document', document: new Y.Doc(), token: 'token' }), [])
    useEffect(() => () => provider?.destroy(), [provider])
    const editor = useEditor({
      immediatelyRender: false,
      extensions: [StarterKit.configure({ undoRedo: false }), ...(provider ? [
        Collaboration.configure({ document: provider.document }),
        CollaborationCaret.configure({ provider, user: { name: text, color: '#2f7d6b' } }),
      ] : [])],
    }, [provider])
    return <main><p>{text}</p><EditorContent editor={editor} /><Link to="/?again">Again</Link>
      <Form action="/"><button type="submit">Go</button></Form></main>
  }`

export interface BareApp {
  html: string
  /** The folder of the built client. */
  client: string
}

/** Builds a React Router app of one page from the same node_modules in a new folder, and returns what it renders. */
export async function buildBareApp(folder: string, page: string): Promise<BareApp> {
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
    'app/page.tsx': page,
  }
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const tool = join(folder, 'node_modules', '@react-router', 'dev', 'bin.cjs')
  const built = spawnSync(process.execPath, [tool, 'build'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`The bare app could not be built:\n${built.stdout}${built.stderr}`)
  const pages = createRequestHandler(await import(join(folder, 'build', 'server', 'index.js')), 'production')
  const html = await (await pages(new Request('http://127.0.0.1/'))).text()
  return { html, client: join(folder, 'build', 'client') }
}
