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

export default defineConfig({
  plugins: [tailwindcss(), reactRouter(), candor()],
  server: { host: process.env.HOST || '127.0.0.1', port: Number(process.env.PORT || 3000), strictPort: true },
  build: { target: 'es2022', chunkSizeWarningLimit: 900 },
})
