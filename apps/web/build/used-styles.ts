import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Selector, transform } from 'lightningcss';
import type { Plugin } from 'vite';

/** How Mantine calls the classes of its components, which their scripts name. */
const ofComponent = /^m_[0-9a-f]+$/;

/**
 * The styles of packages that come as one file for all of their components: of those that the page has none of, they are left out. Which
 * these are is known when all scripts are; so this is a file of its own, named after what is left. It is asked for behind the frame
 * that stands there first, which so waits for none of it; scripts wait for all of it.
 * @param packages as they are imported, e.g. `@mantine/core/styles.layer.css`
 */
export function usedStyles(packages: readonly string[]): Plugin {
  const files = packages.map((name) => fileURLToPath(import.meta.resolve(name)));
  let hrefs = files.map((file) => `/@fs${file}`);
  return {
    name: 'used-styles',
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        const scripts = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
        const named = new Set(scripts.join('\n').match(/\bm_[0-9a-f]+\b/g));
        const source = files.map((file) => withoutUnused(file, (name) => named.has(name))).join('');
        const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
        const fileName = `assets/components-${hash}.css`;
        this.emitFile({ type: 'asset', fileName, source });
        hrefs = [`/${fileName}`];
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler: () =>
        hrefs.flatMap((href) => [
          { tag: 'link', attrs: { rel: 'preload', as: 'style', href }, injectTo: 'head' },
          { tag: 'link', attrs: { rel: 'stylesheet', href }, injectTo: 'body' },
        ]),
    },
  };
}

function withoutUnused(filename: string, isNamed: (name: string) => boolean): string {
  const canMatch = (selector: Selector): boolean =>
    selector.every((part) => part.type !== 'class' || !ofComponent.test(part.name) || isNamed(part.name));
  const { code } = transform({
    filename,
    code: readFileSync(filename),
    minify: true,
    visitor: {
      Rule: {
        style: ({ value: { selectors } }) => (selectors.some(canMatch) ? undefined : []),
      },
    },
  });
  return Buffer.from(code).toString();
}
