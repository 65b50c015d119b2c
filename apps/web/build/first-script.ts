import { fileURLToPath } from 'node:url';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

const script = '/src/app/first.ts';
const source = fileURLToPath(new URL(`..${script}`, import.meta.url));
const languages = ['en', 'es', 'ca'] as const;

/**
 * Has the document begin with `first.ts`, and tells that where the page's own script and the texts of each language are: it asks for them
 * once the frame is painted. They are fetched before that, as are the letters of headings.
 */
export function firstScript(): Plugin {
  let isServed = false;
  return {
    name: 'first-script',
    configResolved({ command }) {
      isServed = command === 'serve';
    },
    buildStart() {
      if (!isServed) this.emitFile({ type: 'chunk', id: source, name: 'first' });
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        // While the page is edited it is a module like any other, and somewhat late.
        if (bundle === undefined) return [{ tag: 'script', attrs: { type: 'module', src: script }, injectTo: 'head' }];
        const files = Object.values(bundle);
        const [tag, main] = /\s*<script type="module"[^>]*src="([^"]*)"[^>]*><\/script>/.exec(html) ?? [];
        if (tag === undefined) throw new Error('The document has no script.');
        const texts = languages.map((code) => [`data-${code}`, chunkOf(files, `/src/texts/${code}.ts`)]);
        const letters = files.find(({ fileName }) => /source-serif-4-latin-wght-normal.*\.woff2$/.test(fileName));
        if (letters === undefined) throw new Error('The letters of headings are not there.');
        return {
          html: html.replace(tag, ''),
          tags: [
            {
              tag: 'script',
              attrs: { src: chunkOf(files, script), 'data-main': main, ...Object.fromEntries(texts) },
              injectTo: 'head-prepend',
            },
            link({ rel: 'modulepreload', href: main }),
            link({ rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${letters.fileName}` }),
          ],
        };
      },
    },
  };
}

const link = (attrs: HtmlTagDescriptor['attrs']): HtmlTagDescriptor => ({ tag: 'link', attrs, injectTo: 'head' });

/** Where the script lies that was made of a module. */
function chunkOf(files: readonly (Rolldown.OutputAsset | Rolldown.OutputChunk)[], module: string): string {
  const chunk = files.find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(module));
  if (chunk === undefined) throw new Error(`${module} has no script of its own.`);
  return `/${chunk.fileName}`;
}
