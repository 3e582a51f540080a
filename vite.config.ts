import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type PluginOption } from 'vite'

/** Attaches database and live editing to the development server. Imported when it starts: Node runs it, not Vite. */
function candor(): PluginOption {
  return {
    name: 'candor',
    apply: 'serve',
    async configureServer(server) {
      const file = new URL('./app/server/develop.ts', import.meta.url).href
      const { develop } = await import(/* @vite-ignore */ file)
      await develop(server)
    },
  }
}

// What every page loads stands in two files: many small ones compress worse and are asked for one after the other.
const framework = /node_modules\/(react|react-dom|scheduler|react-router)\//
const frame =
  /app\/ui\/(account-menu|avatar|button|chip|date-time|disclosure|disclosure-menu|empty-state|format-moment|main-navigation|page-frame|reader-zone|search-trigger|toast)\.tsx?$|lucide-react\/.*(createLucideIcon|icons\/(chevron-right|menu|search))\.|preload-helper/

// The policy of a page allows no code made from text (`security-headers.ts`). Left to itself, Zod tries whether it does, and the
// browser reads a whole script again to report where that was. Zod keeps its settings in this one place.
const withoutEval = (chunk: { moduleIds: string[] }) =>
  chunk.moduleIds.some((id) => id.includes('/node_modules/zod/')) ? 'globalThis.__zod_globalConfig={jitless:true};' : ''

interface ModuleOfGraph {
  isEntry: boolean
  importers: string[]
  dynamicImporters: string[]
}
interface Graph {
  getModuleInfo(id: string): ModuleOfGraph | null
}

/**
 * What the editor's page alone begins with stands in few files as well: its own, and one for each set of other pages whose later
 * parts share it. Left to itself, the bundler makes a file for each set of later parts that share something: fifty small ones,
 * asked for at once. All of it is named here, as a part that was left would stand in the page's own file, which begins too late.
 */
function fileOfEditor(id: string, graph: Graph): string | null {
  const write = '/routes/postmortems/write.tsx'
  const atOnce = pagesOf(id, graph, ({ importers }) => importers)
  if (atOnce.length !== 1 || !atOnce[0]!.includes(write)) return null
  const atAnyTime = pagesOf(id, graph, ({ importers, dynamicImporters }) => [...importers, ...dynamicImporters])
  const others = atAnyTime.filter((page) => !page.includes(write)).map((page) => /([\w-]+)\.tsx/.exec(page)?.[1])
  return ['editor', ...others.slice(0, 3)].join('-')
}

/** The pages that a module comes with: who imports it, who imports those, and so on. */
function pagesOf(id: string, graph: Graph, importersOf: (module: ModuleOfGraph) => string[]): string[] {
  const seen = new Set([id])
  const pages: string[] = []
  // A set is gone through with what is added meanwhile.
  for (const each of seen) {
    const module = graph.getModuleInfo(each)
    if (module?.isEntry) pages.push(each)
    if (module) for (const importer of importersOf(module)) seen.add(importer)
  }
  return pages
}

/** Lets a page's own file hold what later parts share with it, which React Router's plugin does not. */
function chunksOfOurs(): PluginOption {
  return {
    name: 'candor-chunks',
    configEnvironment: {
      order: 'post',
      handler: (name) =>
        name === 'client' ? { build: { rolldownOptions: { preserveEntrySignatures: 'allow-extension' } } } : null,
    },
  }
}

export default defineConfig({
  plugins: [tailwindcss(), reactRouter(), candor(), chunksOfOurs()],
  server: { host: process.env.HOST || '127.0.0.1', port: Number(process.env.PORT || 3000), strictPort: true },
  build: { target: 'es2022', chunkSizeWarningLimit: 900 },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            banner: withoutEval,
            codeSplitting: {
              groups: [
                { name: 'framework', test: framework },
                { name: 'frame', test: frame },
                { debugName: 'editor', name: fileOfEditor, includeDependenciesRecursively: false },
              ],
            },
          },
        },
      },
    },
  },
})
