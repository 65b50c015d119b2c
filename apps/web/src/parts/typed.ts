/** `<TextInput {...typed(name, setName)} />`: what stands in a field, and who hears what is typed. */
export const typed = (value: string, onTyped: (value: string) => void) => ({
  value,
  onChange: (event: { readonly currentTarget: { readonly value: string } }): void => onTyped(event.currentTarget.value),
});
