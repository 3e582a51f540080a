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

export default defineConfig({
  plugins: [tailwindcss(), reactRouter(), candor()],
  server: { host: process.env.HOST || '127.0.0.1', port: Number(process.env.PORT || 3000), strictPort: true },
  build: { target: 'es2022', chunkSizeWarningLimit: 900 },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'framework', test: framework },
                { name: 'frame', test: frame },
              ],
            },
          },
        },
      },
    },
  },
})
