import { defineConfig } from 'vite'

/**
 * Two builds from one configuration: the browser's files (styles, fonts, small scripts) and, with `--ssr`,
 * the program itself. Dependencies of the program stay in node_modules.
 */
export default defineConfig(({ isSsrBuild }) => ({
  publicDir: isSsrBuild ? false : 'public',
  build: {
    target: isSsrBuild ? 'node24' : 'es2022',
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    emptyOutDir: true,
    manifest: !isSsrBuild,
    sourcemap: isSsrBuild ?? false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: isSsrBuild ? {} : { input: ['src/ui/browser/samsyn.ts', 'src/ui/styles/samsyn.css'] },
  },
  ssr: { target: 'node', noExternal: [] },
}))
