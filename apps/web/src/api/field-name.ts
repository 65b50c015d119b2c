/** How a form calls the field that the API names by a JSON pointer (RFC 6901): `/lines/0/volume` is `lines.0.volume`. */
export function fieldNameOf(pointer: string): string {
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}
