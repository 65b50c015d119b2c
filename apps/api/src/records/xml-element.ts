import type { XmlElement } from '../xml-reader.js';

function found(element: unknown, path: readonly string[]): unknown {
  let at = element;
  for (const name of path) {
    if (Array.isArray(at)) [at] = at as unknown[];
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as XmlElement)[name];
  }
  return Array.isArray(at) ? (at as unknown[])[0] : at;
}

/** The element by this path, the first where there are several; an empty one where there is none. */
export const elementAt = (element: XmlElement, ...path: string[]): XmlElement => {
  const at = found(element, path);
  return typeof at === 'object' && at !== null ? (at as XmlElement) : {};
};

/** All elements of this name right below. */
export const elementsAt = (element: XmlElement, name: string): XmlElement[] => {
  const at = element[name];
  const all = Array.isArray(at) ? (at as unknown[]) : [at];
  return all.filter((one): one is XmlElement => typeof one === 'object' && one !== null);
};

/** The text of the element, with attributes or without; empty where there is none. */
export const textAt = (element: XmlElement, ...path: string[]): string => {
  const at = found(element, path);
  const text = typeof at === 'object' && at !== null ? (at as XmlElement)['#text'] : at;
  return typeof text === 'string' ? text.replaceAll(/\s+/g, ' ').trim() : '';
};
