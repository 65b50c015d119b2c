// The first script, which is no module so that it runs before anything is painted: what stands there until the page itself has come is in
// the reader's colours, and has room for the places of somebody who is signed in. What it looks up are the names of theme, session and
// languages; where the page's files are, it is told by the document (build/first-script.ts).
const page = document.documentElement;
const scheme = localStorage.getItem('mantine-color-scheme-value');
const isDark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
page.dataset['mantineColorScheme'] = isDark ? 'dark' : 'light';
if (localStorage.getItem('ajudant.signed-in') !== null) page.dataset['signedIn'] = '';

const said = {
  en: 'The page could not be loaded. Try again',
  es: 'No se ha podido cargar la página. Vuelva a intentarlo',
  ca: 'No s’ha pogut carregar la pàgina. Torneu-ho a provar',
};
const language = [localStorage.getItem('ajudant.language') ?? '', ...navigator.languages, 'en']
  .map((tag) => tag.slice(0, 2).toLowerCase())
  .find((tag): tag is keyof typeof said => tag in said)!;
page.lang = language;

const { main, ...texts } = document.currentScript?.dataset ?? {};
if (main !== undefined) {
  add('link', { rel: 'modulepreload', href: texts[language]! });
  let begun = false;
  const begin = (): void => {
    if (begun) return;
    begun = true;
    add('script', { type: 'module', src: main }).addEventListener('error', sayThatItFailed);
  };
  // Once the frame is painted; a tab in the background paints nothing.
  requestAnimationFrame(() => setTimeout(begin));
  setTimeout(begin, 300);
}

function add(tag: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return document.head.appendChild(element);
}

function sayThatItFailed(): void {
  const again = document.createElement('a');
  again.className = 'first-failed';
  again.href = '';
  again.textContent = said[language];
  document.querySelector('.first-view')?.replaceChildren(again);
  document.getElementById('first')?.removeAttribute('aria-busy');
}
