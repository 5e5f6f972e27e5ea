import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

/**
 * What is started as a thread of its own, `new Worker(new URL('./x-thread.ts', import.meta.url))`, becomes a file beside
 * the program. Vite does so for browsers and leaves a program's threads alone.
 */
function threads(): Plugin {
  const address = /new URL\('\.\/([a-z-]+-thread)\.ts', import\.meta\.url\)/g
  return {
    name: 'threads',
    enforce: 'pre',
    transform(code, id) {
      if (!code.includes('-thread.ts')) return null
      const led = code.replace(address, (_whole, name: string) => {
        this.emitFile({ type: 'chunk', id: join(id, '..', `${name}.ts`), fileName: `${name}.js` })
        return `new URL('./${name}.js', import.meta.url)`
      })
      return { code: led, map: null }
    },
  }
}

/**
 * Two builds from one configuration: the browser's files (styles, fonts, small scripts) and, with `--ssr`,
 * the program itself. Dependencies of the program stay in node_modules.
 */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: isSsrBuild ? [threads()] : [],
  publicDir: isSsrBuild ? false : 'public',
  build: {
    target: isSsrBuild ? 'node24' : 'es2022',
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    emptyOutDir: true,
    manifest: !isSsrBuild,
    sourcemap: isSsrBuild ?? false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: isSsrBuild
      ? {}
      : {
          input: ['src/ui/browser/samsyn.ts', 'src/ui/browser/offline.ts', 'src/ui/styles/samsyn.css'],
          // A service worker answers for what lies below its own address, and is found again by its name.
          output: {
            entryFileNames: ({ name }) => (name === 'offline' ? '[name].js' : 'assets/[name]-[hash].js'),
          },
        },
  },
  ssr: { target: 'node', noExternal: [] },
}))
